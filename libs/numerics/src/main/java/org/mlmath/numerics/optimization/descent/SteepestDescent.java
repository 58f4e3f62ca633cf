package org.mlmath.numerics.optimization.descent;

import java.util.List;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * Gradient descent with a line search: x ← x − t·g.
 *
 * <p>With an exact search on a quadratic the error shrinks by at least ((κ−1)/(κ+1))² per step in the objective, and in the worst
 * case by no more: the zigzag. Source: Nocedal and Wright, section 3.3.
 */
public record SteepestDescent(LineSearch search) implements UpdateRule {
    @Override
    public List<Slot> memory(int dimension) {
        return List.of();
    }

    @Override
    public Guide guide() {
        return Guide.DIRECTION;
    }

    @Override
    public double linearRate(double condition) {
        return (condition - 1) / (condition + 1);
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        new Ray(from, downhill(from), to, objective).step(search, learningRate);
    }

    /** −g. */
    static double[] downhill(Iterate from) {
        double[] g = from.gradient();
        double[] direction = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            direction[i] = -g[i];
        }
        return direction;
    }

    /** The length to try first where nothing is known of the objective's scale: {@code torch.optim.LBFGS}'s. */
    static double firstLength(Iterate from, double learningRate) {
        double sum = 0;
        for (double entry : from.gradient()) {
            sum += Math.abs(entry);
        }
        return Math.min(1, 1 / sum) * learningRate;
    }
}
