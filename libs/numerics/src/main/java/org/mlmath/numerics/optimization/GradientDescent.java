package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * Gradient descent: x ← x − η·d with d = g + λx.
 *
 * <p>On a quadratic it converges from everywhere if and only if η < 2/λmax. Keras decouples the weight decay:
 * x ← (x − ηλx) − ηg, which is the same but for rounding.
 *
 * <p>Source: A. Cauchy, <i>Méthode générale pour la résolution des systèmes d'équations simultanées</i>, 1847;
 * {@code torch.optim.SGD} without momentum.
 *
 * @param weightDecay λ ≥ 0, the L2 penalty ½λ‖x‖²
 * @param convention see above
 */
public record GradientDescent(double weightDecay, Convention convention) implements UpdateRule {
    @Override
    public List<Slot> memory(int dimension) {
        return List.of();
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] next = to.point();
        if (convention == Convention.KERAS) {
            for (int i = 0; i < x.length; i++) {
                next[i] = x[i] - x[i] * weightDecay * learningRate - learningRate * g[i];
            }
        } else {
            for (int i = 0; i < x.length; i++) {
                next[i] = x[i] - learningRate * (g[i] + weightDecay * x[i]);
            }
        }
    }

    @Override
    public double largestStableRate(double largestCurvature) {
        return 2 / (largestCurvature + weightDecay);
    }
}
