package org.mlmath.numerics.optimization;

import java.util.Arrays;
import java.util.List;

/**
 * Adagrad: every coordinate's rate falls with the sum of its squared gradients. With d = g + λx and s ← s + d²:
 *
 * <ul>
 *   <li>torch: x ← x − η/(1 + (t−1)κ) · d/(√s + ε), t counting from 1
 *   <li>Keras: s ← s + g²; x ← (x − ηλx) − ηg/√(s + ε), without κ
 * </ul>
 *
 * <p>Source: J. Duchi, E. Hazan, Y. Singer, <i>Adaptive Subgradient Methods for Online Learning and Stochastic Optimization</i>,
 * JMLR 12, 2011; {@code torch.optim.Adagrad}.
 *
 * @param learningRateDecay κ ≥ 0, torch only
 * @param initialAccumulator s before the first step, ≥ 0
 * @param epsilon ε ≥ 0
 * @param weightDecay λ ≥ 0
 * @param convention torch or Keras
 */
public record Adagrad(
        double learningRateDecay, double initialAccumulator, double epsilon, double weightDecay, Convention convention)
        implements UpdateRule {
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("sumOfSquares", dimension));
    }

    @Override
    public void initialize(double[] memory) {
        Arrays.fill(memory, initialAccumulator);
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] sums = from.memory();
        double[] next = to.point();
        double[] nextSums = to.memory();
        if (convention == Convention.KERAS) {
            for (int i = 0; i < x.length; i++) {
                double s = sums[i] + g[i] * g[i];
                nextSums[i] = s;
                next[i] = x[i] - x[i] * weightDecay * learningRate - learningRate * g[i] / Math.sqrt(s + epsilon);
            }
        } else {
            double rate = learningRate / (1 + (to.iteration() - 1) * learningRateDecay);
            for (int i = 0; i < x.length; i++) {
                double d = g[i] + weightDecay * x[i];
                double s = sums[i] + d * d;
                nextSums[i] = s;
                // 0/0 where neither the gradient nor epsilon says anything: the coordinate stays.
                next[i] = d == 0 ? x[i] : x[i] - rate * d / (Math.sqrt(s) + epsilon);
            }
        }
    }
}
