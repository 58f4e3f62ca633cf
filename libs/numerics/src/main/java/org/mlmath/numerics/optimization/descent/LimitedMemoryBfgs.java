package org.mlmath.numerics.optimization.descent;

import java.util.List;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * L-BFGS: {@link Bfgs} without its matrix. The direction −Bg is computed from the last pairs s = x₊ − x, y = g₊ − g by the two-loop
 * recursion, from B₀ = (yᵀs/yᵀy)·I of the newest pair. Iterates are those of {@code torch.optim.LBFGS}, whose inner iterations
 * each count as one here.
 *
 * <p>Costs 4n flops per pair and step. Source: Nocedal and Wright, algorithms 7.4 and 7.5; J. Nocedal, <i>Updating quasi-Newton
 * matrices with limited storage</i>, Mathematics of Computation 35, 1980.
 *
 * @param history how many pairs are kept, at least 1
 */
public record LimitedMemoryBfgs(int history, LineSearch search) implements UpdateRule {
    /** The pairs, the oldest first, and how many there are. */
    @Override
    public List<Slot> memory(int dimension) {
        int length = Math.multiplyExact(history, dimension);
        return List.of(
                new Slot("steps", length, true), new Slot("gradientChanges", length, true), new Slot("pairs", 1));
    }

    @Override
    public Guide guide() {
        return Guide.DIRECTION;
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] memory = to.memory();
        System.arraycopy(from.memory(), 0, memory, 0, memory.length);
        // A state that comes from outside may say anything.
        int pairs = Math.clamp((long) memory[memory.length - 1], 0, history);
        double[] direction = direction(from.gradient(), memory, pairs);
        double first = from.iteration() == 0 ? SteepestDescent.firstLength(from, learningRate) : learningRate;
        if (new Ray(from, direction, to, objective).step(search, first)) {
            remember(
                    Bfgs.difference(to.point(), from.point()),
                    Bfgs.difference(to.gradient(), from.gradient()),
                    memory,
                    pairs);
        }
    }

    private double[] direction(double[] gradient, double[] memory, int pairs) {
        int n = gradient.length;
        int changes = history * n;
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = -gradient[i];
        }
        if (pairs == 0) {
            return d;
        }
        double[] weights = new double[pairs];
        double[] curvatures = new double[pairs];
        for (int k = pairs - 1; k >= 0; k--) {
            double sy = 0;
            double sd = 0;
            for (int i = 0; i < n; i++) {
                sy += memory[k * n + i] * memory[changes + k * n + i];
                sd += memory[k * n + i] * d[i];
            }
            curvatures[k] = sy;
            weights[k] = sd / sy;
            for (int i = 0; i < n; i++) {
                d[i] -= weights[k] * memory[changes + k * n + i];
            }
        }
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double y = memory[changes + (pairs - 1) * n + i];
            yy += y * y;
        }
        for (int i = 0; i < n; i++) {
            d[i] *= curvatures[pairs - 1] / yy;
        }
        for (int k = 0; k < pairs; k++) {
            double yd = 0;
            for (int i = 0; i < n; i++) {
                yd += memory[changes + k * n + i] * d[i];
            }
            double weight = weights[k] - yd / curvatures[k];
            for (int i = 0; i < n; i++) {
                d[i] += weight * memory[k * n + i];
            }
        }
        return d;
    }

    /** Appends a pair that tells of positive curvature; the oldest gives way. */
    private void remember(double[] s, double[] y, double[] memory, int pairs) {
        int n = s.length;
        int changes = history * n;
        if (!Bfgs.curved(s, y)) {
            return;
        }
        int at = pairs;
        if (pairs == history) {
            at = history - 1;
            System.arraycopy(memory, n, memory, 0, at * n);
            System.arraycopy(memory, changes + n, memory, changes, at * n);
        }
        System.arraycopy(s, 0, memory, at * n, n);
        System.arraycopy(y, 0, memory, changes + at * n, n);
        memory[memory.length - 1] = at + 1;
    }
}
