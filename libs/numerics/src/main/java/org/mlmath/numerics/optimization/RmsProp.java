package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * RMSprop: steps divided by the root of an average of squared gradients. With d = g + λx, v ← αv + (1−α)d², centred also
 * a ← αa + (1−α)d:
 *
 * <ul>
 *   <li>torch, course: r = √v + ε, centred r = √(v − a²) + ε; x ← x − η·d/r, with momentum b ← μb + d/r and x ← x − ηb
 *   <li>Keras: r = √(v + ε), centred r = √(v − a² + ε), of g; b ← μb + ηg/r; x ← (x − ηλx) − b
 * </ul>
 *
 * <p>Source: T. Tieleman, G. Hinton, <i>Lecture 6.5, Neural Networks for Machine Learning</i>, 2012; centred: A. Graves,
 * <i>Generating Sequences With Recurrent Neural Networks</i>, 2013; {@code torch.optim.RMSprop}.
 *
 * @param alpha α in [0, 1), the smoothing
 * @param epsilon ε ≥ 0
 * @param momentum μ in [0, 1), 0 for none
 * @param centered whether the variance takes the place of the second moment
 * @param weightDecay λ ≥ 0
 * @param convention see above
 */
public record RmsProp(
        double alpha, double epsilon, double momentum, boolean centered, double weightDecay, Convention convention)
        implements UpdateRule {
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(
                new Slot("averageOfSquares", dimension),
                new Slot("averageGradient", centered ? dimension : 0),
                new Slot("momentumBuffer", momentum > 0 ? dimension : 0));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] memory = from.memory();
        double[] next = to.point();
        double[] nextMemory = to.memory();
        int n = x.length;
        int buffer = centered ? 2 * n : n;
        boolean keras = convention == Convention.KERAS;
        for (int i = 0; i < n; i++) {
            double d = keras ? g[i] : g[i] + weightDecay * x[i];
            double v = alpha * memory[i] + (1 - alpha) * d * d;
            nextMemory[i] = v;
            double variance = v;
            if (centered) {
                double a = alpha * memory[n + i] + (1 - alpha) * d;
                nextMemory[n + i] = a;
                // The average of squares is at least the square of the average; rounding may say otherwise, torch then
                // says NaN.
                variance = Math.max(0, v - a * a);
            }
            double root = keras ? Math.sqrt(variance + epsilon) : Math.sqrt(variance) + epsilon;
            double direction = d == 0 ? 0 : d / root;
            double decayed = keras ? x[i] - x[i] * weightDecay * learningRate : x[i];
            if (momentum > 0) {
                double b = momentum * memory[buffer + i] + (keras ? learningRate * direction : direction);
                nextMemory[buffer + i] = b;
                next[i] = keras ? decayed - b : x[i] - learningRate * b;
            } else {
                next[i] = decayed - learningRate * direction;
            }
        }
    }
}
