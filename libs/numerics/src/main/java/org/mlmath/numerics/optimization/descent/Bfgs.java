package org.mlmath.numerics.optimization.descent;

import java.util.List;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno: x ← x + t·d with d = −Bg, where B approximates the inverse
 * Hessian by what the gradients have told: with s = x₊ − x, y = g₊ − g and ρ = 1/yᵀs
 *
 * <p>B ← (I − ρsyᵀ)B(I − ρysᵀ) + ρssᵀ,
 *
 * <p>from the identity, which is scaled by yᵀs/yᵀy before the first update. A pair that would make B indefinite is passed over. The
 * first step is as long as {@code torch.optim.LBFGS}'s. With exact searches a quadratic in n variables takes n steps. Costs 4n²
 * flops per step.
 *
 * <p>Source: Nocedal and Wright, algorithm 6.1 with (6.17) and (6.20).
 */
public record Bfgs(LineSearch search) implements UpdateRule {
    /** yᵀs as a part of ‖y‖‖s‖ from which on a pair says something about the curvature. */
    private static final double CURVED = 1e-12;

    /** Squares below this, or above its inverse, have lost digits or would overflow what they divide. */
    private static final double TINY = 1e-250;

    /** B by rows, then the number of pairs it has seen: up to one, for that is all that matters. */
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("inverseHessian", Math.multiplyExact(dimension, dimension)), new Slot("updated", 1));
    }

    @Override
    public void initialize(double[] memory) {
        int n = (int) Math.sqrt(memory.length - 1.0);
        for (int i = 0; i < n; i++) {
            memory[i * n + i] = 1;
        }
    }

    @Override
    public Guide guide() {
        return Guide.DIRECTION;
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        int n = from.point().length;
        double[] b = to.memory();
        System.arraycopy(from.memory(), 0, b, 0, b.length);
        boolean updated = b[n * n] > 0;
        double[] direction = product(b, from.gradient());
        for (int i = 0; i < n; i++) {
            direction[i] = -direction[i];
        }
        double first = updated ? learningRate : SteepestDescent.firstLength(from, learningRate);
        if (!new Ray(from, direction, to, objective).step(search, first)) {
            return;
        }
        double[] s = difference(to.point(), from.point());
        double[] y = difference(to.gradient(), from.gradient());
        if (!curved(s, y)) {
            return;
        }
        double curvature = Ray.dot(s, y);
        if (!updated) {
            for (int i = 0; i < n; i++) {
                b[i * n + i] = curvature / Ray.dot(y, y);
            }
            b[n * n] = 1;
        }
        update(b, s, y, curvature);
    }

    /** @return whether a pair tells of positive curvature, in numbers that can be computed with */
    static boolean curved(double[] s, double[] y) {
        double ss = Ray.dot(s, s);
        double yy = Ray.dot(y, y);
        return Math.min(ss, yy) > TINY
                && Math.max(ss, yy) < 1 / TINY
                && Ray.dot(s, y) > CURVED * Math.sqrt(ss) * Math.sqrt(yy);
    }

    /** The formula above, multiplied out: B − ρ(s(By)ᵀ + (By)sᵀ) + ρ(1 + ρyᵀBy)ssᵀ, which stays exactly symmetric. */
    private static void update(double[] b, double[] s, double[] y, double curvature) {
        int n = s.length;
        double[] by = product(b, y);
        double weight = (1 + Ray.dot(y, by) / curvature) / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = b[i * n + j] + weight * s[i] * s[j] - (s[i] * by[j] + by[i] * s[j]) / curvature;
                b[i * n + j] = entry;
                b[j * n + i] = entry;
            }
        }
    }

    private static double[] product(double[] matrix, double[] vector) {
        int n = vector.length;
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += matrix[i * n + j] * vector[j];
            }
            product[i] = sum;
        }
        return product;
    }

    static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
