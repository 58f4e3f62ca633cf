package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * Adamax: Adam with the largest recent gradient in place of the root of the average square. With d = g + λx,
 * m ← β₁m + (1−β₁)d:
 *
 * <ul>
 *   <li>torch: u ← max(β₂u, |d| + ε); x ← x − η/(1−β₁ᵗ) · m/u
 *   <li>Keras: u ← max(β₂u, |g|); x ← (x − ηλx) − η·m/((1−β₁ᵗ)(u + ε))
 * </ul>
 *
 * <p>Source: D. P. Kingma, J. Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015, algorithm 2;
 * {@code torch.optim.Adamax}.
 */
public final class Adamax implements UpdateRule {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final boolean keras;
    private final BiasCorrection correction;

    /**
     * @param beta1 in [0, 1)
     * @param beta2 in [0, 1)
     * @param epsilon above 0: it is the divisor where a gradient is zero
     * @param weightDecay λ ≥ 0
     * @param convention torch or Keras
     */
    public Adamax(double beta1, double beta2, double epsilon, double weightDecay, Convention convention) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
        keras = convention == Convention.KERAS;
        correction = new BiasCorrection(beta1);
    }

    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("firstMoment", dimension), new Slot("infinityNorm", dimension));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] memory = from.memory();
        double[] next = to.point();
        double[] nextMemory = to.memory();
        int n = x.length;
        double stepSize = learningRate / correction.at(to.iteration());
        for (int i = 0; i < n; i++) {
            double d = keras ? g[i] : g[i] + weightDecay * x[i];
            double m = beta1 * memory[i] + (1 - beta1) * d;
            double u = Math.max(beta2 * memory[n + i], keras ? Math.abs(d) : Math.abs(d) + epsilon);
            nextMemory[i] = m;
            nextMemory[n + i] = u;
            double decayed = keras ? x[i] - x[i] * weightDecay * learningRate : x[i];
            next[i] = decayed - stepSize * m / (keras ? u + epsilon : u);
        }
    }
}
