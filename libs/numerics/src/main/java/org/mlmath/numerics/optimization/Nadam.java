package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * NAdam: Adam with Nesterov's momentum. With d = g + λx, μₜ = β₁(1 − ½·0.96^(tψ)), Mₜ = μ₁⋯μₜ, m and v as Adam's:
 * x ← x − η(1−μₜ)/(1−Mₜ)·d/r − ημₜ₊₁/(1−Mₜ₊₁)·m/r with r = √(v/(1−β₂ᵗ)) + ε. Keras has ψ = 1 by default and decouples the
 * decay: d = g, x ← x − ηλx beforehand.
 *
 * <p>Source: T. Dozat, <i>Incorporating Nesterov Momentum into Adam</i>, ICLR workshop 2016; {@code torch.optim.NAdam}.
 */
public final class Nadam implements UpdateRule {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final double momentumDecay;
    private final boolean keras;
    private final BiasCorrection correction;

    /**
     * @param beta1 in [0, 1)
     * @param beta2 in [0, 1)
     * @param epsilon at least 0
     * @param momentumDecay ψ ≥ 0
     * @param weightDecay λ ≥ 0
     * @param convention torch or Keras
     */
    public Nadam(
            double beta1,
            double beta2,
            double epsilon,
            double momentumDecay,
            double weightDecay,
            Convention convention) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = Math.max(epsilon, Adam.SMALLEST_EPSILON);
        this.momentumDecay = momentumDecay;
        this.weightDecay = weightDecay;
        keras = convention == Convention.KERAS;
        correction = new BiasCorrection(beta2);
    }

    @Override
    public List<Slot> memory(int dimension) {
        return List.of(
                new Slot("firstMoment", dimension),
                new Slot("secondMoment", dimension),
                new Slot("momentumProduct", 1));
    }

    @Override
    public void initialize(double[] memory) {
        memory[memory.length - 1] = 1;
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] memory = from.memory();
        double[] next = to.point();
        double[] nextMemory = to.memory();
        int n = x.length;
        double mu = momentum(to.iteration());
        double muNext = momentum(to.iteration() + 1);
        double product = memory[2 * n] * mu;
        nextMemory[2 * n] = product;
        double correction2 = correction.at(to.iteration());
        double gradientRate = learningRate * (1 - mu) / (1 - product);
        double momentRate = learningRate * muNext / (1 - product * muNext);
        for (int i = 0; i < n; i++) {
            double d = keras ? g[i] : g[i] + weightDecay * x[i];
            double m = beta1 * memory[i] + (1 - beta1) * d;
            double v = beta2 * memory[n + i] + (1 - beta2) * d * d;
            nextMemory[i] = m;
            nextMemory[n + i] = v;
            double root = Math.sqrt(v / correction2) + epsilon;
            double decayed = keras ? x[i] - x[i] * weightDecay * learningRate : x[i];
            next[i] = decayed - gradientRate * d / root - momentRate * m / root;
        }
    }

    private double momentum(long step) {
        return beta1 * (1 - 0.5 * StrictMath.pow(0.96, step * momentumDecay));
    }
}
