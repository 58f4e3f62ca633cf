package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * AMSGrad: Adam that divides by the largest second moment so far, so that no coordinate's rate ever rises again. With d = g + λx, m
 * and v as Adam's and w ← max(w, v):
 *
 * <ul>
 *   <li>torch: x ← x − η/(1−β₁ᵗ) · m/(√w/√(1−β₂ᵗ) + ε)
 *   <li>Keras: of g; x ← (x − ηλx) − η√(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√w + ε)
 * </ul>
 *
 * <p>Source: S. J. Reddi, S. Kale, S. Kumar, <i>On the Convergence of Adam and Beyond</i>, ICLR 2018; {@code torch.optim.Adam}
 * with {@code amsgrad=True}.
 */
public final class AmsGrad implements UpdateRule {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final boolean keras;
    private final BiasCorrection correction1;
    private final BiasCorrection correction2;

    /**
     * @param beta1 in [0, 1)
     * @param beta2 in [0, 1)
     * @param epsilon at least 0
     * @param weightDecay λ ≥ 0
     * @param convention torch or Keras
     */
    public AmsGrad(double beta1, double beta2, double epsilon, double weightDecay, Convention convention) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = Math.max(epsilon, Adam.SMALLEST_EPSILON);
        this.weightDecay = weightDecay;
        keras = convention == Convention.KERAS;
        correction1 = new BiasCorrection(beta1);
        correction2 = new BiasCorrection(beta2);
    }

    @Override
    public List<Slot> memory(int dimension) {
        return List.of(
                new Slot("firstMoment", dimension),
                new Slot("secondMoment", dimension),
                new Slot("largestSecondMoment", dimension));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] memory = from.memory();
        double[] next = to.point();
        double[] nextMemory = to.memory();
        int n = x.length;
        double c1 = correction1.at(to.iteration());
        double root = Math.sqrt(correction2.at(to.iteration()));
        for (int i = 0; i < n; i++) {
            double d = keras ? g[i] : g[i] + weightDecay * x[i];
            double m = beta1 * memory[i] + (1 - beta1) * d;
            double v = beta2 * memory[n + i] + (1 - beta2) * d * d;
            double w = Math.max(memory[2 * n + i], v);
            nextMemory[i] = m;
            nextMemory[n + i] = v;
            nextMemory[2 * n + i] = w;
            next[i] = keras
                    ? x[i] - x[i] * weightDecay * learningRate - learningRate * root / c1 * m / (Math.sqrt(w) + epsilon)
                    : x[i] - learningRate / c1 * m / (Math.sqrt(w) / root + epsilon);
        }
    }
}
