package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * Adam with decoupled weight decay: x ← (1 − ηλ)x beforehand, the moments of the bare gradient. Keras writes the decay
 * x − ηλx and places ε as in its Adam.
 *
 * <p>Source: I. Loshchilov, F. Hutter, <i>Decoupled Weight Decay Regularization</i>, ICLR 2019; {@code torch.optim.AdamW}.
 */
public final class AdamW implements UpdateRule {
    private final UpdateRule keras;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final BiasCorrection correction1;
    private final BiasCorrection correction2;

    /**
     * @param beta1 in [0, 1)
     * @param beta2 in [0, 1)
     * @param epsilon at least 0
     * @param weightDecay λ ≥ 0
     * @param convention torch or Keras
     */
    public AdamW(double beta1, double beta2, double epsilon, double weightDecay, Convention convention) {
        // Every optimiser of Keras decays this way, so its AdamW is its Adam.
        keras = convention == Convention.KERAS ? new Adam(beta1, beta2, epsilon, weightDecay, convention) : null;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = Math.max(epsilon, Adam.SMALLEST_EPSILON);
        this.weightDecay = weightDecay;
        correction1 = new BiasCorrection(beta1);
        correction2 = new BiasCorrection(beta2);
    }

    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("firstMoment", dimension), new Slot("secondMoment", dimension));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        if (keras != null) {
            keras.step(from, to, learningRate, objective);
            return;
        }
        double[] x = from.point();
        double[] g = from.gradient();
        double[] moments = from.memory();
        double[] next = to.point();
        double[] nextMoments = to.memory();
        int n = x.length;
        double stepSize = learningRate / correction1.at(to.iteration());
        double root = Math.sqrt(correction2.at(to.iteration()));
        double shrinkage = 1 - learningRate * weightDecay;
        for (int i = 0; i < n; i++) {
            double m = beta1 * moments[i] + (1 - beta1) * g[i];
            double v = beta2 * moments[n + i] + (1 - beta2) * g[i] * g[i];
            nextMoments[i] = m;
            nextMoments[n + i] = v;
            next[i] = x[i] * shrinkage - stepSize * m / (Math.sqrt(v) / root + epsilon);
        }
    }
}
