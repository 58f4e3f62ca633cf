package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * Gradient descent with Nesterov's momentum, which looks one step of the momentum ahead; d = g + λx.
 *
 * <ul>
 *   <li>torch: b ← d at the first step, then b ← μb + d; x ← x − η(d + μb)
 *   <li>Keras: v ← μv − ηg; x ← (x − ηλx) + μv − ηg. Differs from torch where η changes on the way.
 * </ul>
 *
 * <p>On a quadratic it converges if and only if η < 2(1+μ)/((1+2μ)λmax).
 *
 * <p>Source: Y. Nesterov, <i>A method for solving the convex programming problem with convergence rate O(1/k²)</i>, Doklady 269,
 * 1983, in the form of I. Sutskever, J. Martens, G. Dahl, G. Hinton, <i>On the importance of initialization and momentum in deep
 * learning</i>, ICML 2013; {@code torch.optim.SGD} with {@code nesterov=True}.
 *
 * @param momentum μ in [0, 1)
 * @param weightDecay λ ≥ 0
 * @param convention torch or Keras
 */
public record Nesterov(double momentum, double weightDecay, Convention convention) implements UpdateRule {
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot(convention == Convention.KERAS ? "velocity" : "momentumBuffer", dimension));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] buffer = from.memory();
        double[] next = to.point();
        double[] nextBuffer = to.memory();
        if (convention == Convention.KERAS) {
            for (int i = 0; i < x.length; i++) {
                double v = momentum * buffer[i] - learningRate * g[i];
                nextBuffer[i] = v;
                next[i] = x[i] - x[i] * weightDecay * learningRate + momentum * v - learningRate * g[i];
            }
        } else {
            for (int i = 0; i < x.length; i++) {
                double d = g[i] + weightDecay * x[i];
                double b = momentum * buffer[i] + d;
                nextBuffer[i] = b;
                next[i] = x[i] - learningRate * (d + momentum * b);
            }
        }
    }

    @Override
    public double largestStableRate(double largestCurvature) {
        double decay = weightDecay * (convention == Convention.KERAS ? 1 + momentum : 1 + 2 * momentum);
        return 2 * (1 + momentum) / ((1 + 2 * momentum) * largestCurvature + decay);
    }
}
