package org.mlmath.numerics.optimization.descent;

import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * Nonlinear conjugate gradients: x ← x + t·d, then d ← −g₊ + β·d with, for y = g₊ − g,
 *
 * <ul>
 *   <li>Fletcher–Reeves: β = g₊ᵀg₊/gᵀg
 *   <li>Polak–Ribière⁺: β = max(0, g₊ᵀy/gᵀg)
 *   <li>Hestenes–Stiefel⁺: β = max(0, g₊ᵀy/dᵀy)
 *   <li>Dai–Yuan: β = g₊ᵀg₊/dᵀy
 * </ul>
 *
 * <p>All are the same on a quadratic with exact searches, which takes n steps. A direction that does not lead down gives way to −g₊. The
 * length tried first promises the fall of the step before.
 *
 * <p>Source: Nocedal and Wright, sections 5.2 and 3.5 (3.60); W. W. Hager, H. Zhang, <i>A survey of nonlinear conjugate gradient
 * methods</i>, Pacific Journal of Optimization 2(1), 2006.
 */
public record ConjugateGradient(Variant variant, LineSearch search) implements UpdateRule {
    /** Which β. */
    public enum Variant {
        FLETCHER_REEVES,
        POLAK_RIBIERE,
        HESTENES_STIEFEL,
        DAI_YUAN
    }

    /** d, and what the last step promised: t·dᵀg, 0 before the first. */
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("direction", dimension), new Slot("promisedChange", 1));
    }

    @Override
    public Guide guide() {
        return Guide.DIRECTION;
    }

    /** In the norm of the Hessian, Nocedal and Wright (5.36). */
    @Override
    public double linearRate(double condition) {
        double root = Math.sqrt(condition);
        return (root - 1) / (root + 1);
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        int n = from.point().length;
        boolean fresh = from.iteration() == 0;
        double[] direction = fresh ? SteepestDescent.downhill(from) : Arrays.copyOf(from.memory(), n);
        if (!(Ray.dot(direction, from.gradient()) < 0)) {
            direction = SteepestDescent.downhill(from);
        }
        Ray ray = new Ray(from, direction, to, objective);
        if (!ray.step(search, first(from, ray, learningRate))) {
            return;
        }
        double beta = beta(from.gradient(), to.gradient(), direction);
        for (int i = 0; i < n; i++) {
            to.memory()[i] = -to.gradient()[i] + beta * direction[i];
        }
        to.memory()[n] = ray.length() * ray.start().slope();
    }

    private double first(Iterate from, Ray ray, double learningRate) {
        double promised = from.memory()[from.point().length];
        if (search instanceof FixedLength) {
            return learningRate;
        }
        double length = promised / ray.start().slope();
        return promised < 0 && length > 0 && length < Double.POSITIVE_INFINITY
                ? length
                : SteepestDescent.firstLength(from, learningRate);
    }

    private double beta(double[] before, double[] after, double[] direction) {
        double[] y = Bfgs.difference(after, before);
        double beta =
                switch (variant) {
                    case FLETCHER_REEVES -> Ray.dot(after, after) / Ray.dot(before, before);
                    case POLAK_RIBIERE -> Math.max(0, Ray.dot(after, y) / Ray.dot(before, before));
                    case HESTENES_STIEFEL -> Math.max(0, Ray.dot(after, y) / Ray.dot(direction, y));
                    case DAI_YUAN -> Ray.dot(after, after) / Ray.dot(direction, y);
                };
        // Where the gradient has not changed, or has vanished, there is nothing to be conjugate to.
        return Double.isFinite(beta) ? beta : 0;
    }
}
