package org.mlmath.numerics.optimization.descent;

import java.util.List;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SymmetricEigenFactors;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.StopReason;
import org.mlmath.numerics.optimization.TwiceDifferentiableFunction;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * Newton's method: x ← x − t·H⁻¹g with the Hessian H at x.
 *
 * <p>With a search along the step (damped) an indefinite Hessian's negative eigenvalues count by their size, |H|⁻¹g, which leads
 * down and away from saddles; without one the step is H⁻¹g itself, to the nearest stationary point, whatever that is. Converges
 * quadratically near a minimum with a regular Hessian, in one step on a quadratic. Eigenvalues are those of H scaled by powers of
 * two to entries near 1, so that variables may be measured in any units; H is singular where one of them is below n·ε times the
 * largest.
 *
 * <p>Costs a Hessian and 10n³ flops per step. Source: Nocedal and Wright, sections 3.3 and 3.4; Y. Dauphin et al., <i>Identifying
 * and attacking the saddle point problem in high-dimensional non-convex optimization</i>, NeurIPS 2014.
 *
 * @param search {@link FixedLength} for the undamped method
 */
public record Newton(LineSearch search) implements UpdateRule {
    /** Each halves the exponents by which rows are away from 1. */
    private static final int SCALING_PASSES = 8;

    @Override
    public List<Slot> memory(int dimension) {
        return List.of();
    }

    @Override
    public Guide guide() {
        return Guide.DIRECTION;
    }

    /** @param objective a {@link TwiceDifferentiableFunction} */
    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        int n = from.point().length;
        double[] hessian = new double[n * n];
        ((TwiceDifferentiableFunction) objective).valueGradientAndHessian(from.point(), new double[n], hessian);
        to.looked(1);
        for (double entry : hessian) {
            if (!Double.isFinite(entry)) {
                to.refuse(StopReason.UNDEFINED);
                return;
            }
        }
        double[] direction = direction(hessian, from.gradient(), !(search instanceof FixedLength));
        if (direction == null) {
            to.refuse(StopReason.SINGULAR_HESSIAN);
        } else {
            new Ray(from, direction, to, objective).step(search, learningRate);
        }
    }

    /**
     * @param definite whether eigenvalues count by their size
     * @return −H⁻¹g, null where H is singular
     */
    private static double[] direction(double[] hessian, double[] gradient, boolean definite) {
        int n = gradient.length;
        int[] exponents = scale(hessian, n);
        SymmetricEigenFactors eigen = Kernels.current().symmetricEigen(new Matrix(n, n, hessian), true);
        double[] values = eigen.values();
        double largest = Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
        double singular = n * Math.ulp(1.0) * largest;
        double[] direction = new double[n];
        for (int k = 0; k < n; k++) {
            if (!(Math.abs(values[k]) > singular)) {
                return null;
            }
            double part = 0;
            for (int i = 0; i < n; i++) {
                part += eigen.vectors().get(i, k) * Math.scalb(gradient[i], exponents[i]);
            }
            part /= definite ? Math.abs(values[k]) : values[k];
            for (int i = 0; i < n; i++) {
                direction[i] -= part * eigen.vectors().get(i, k);
            }
        }
        for (int i = 0; i < n; i++) {
            direction[i] = Math.scalb(direction[i], exponents[i]);
        }
        return direction;
    }

    /**
     * H ← D·H·D with powers of two that bring the largest entry of each row near 1; a row of zeros stays. Source: D. Ruiz,
     * <i>A scaling algorithm to equilibrate both rows and columns norms in matrices</i>, RAL-TR-2001-034.
     */
    private static int[] scale(double[] hessian, int n) {
        int[] exponents = new int[n];
        int[] step = new int[n];
        for (int pass = 0; pass < SCALING_PASSES; pass++) {
            for (int i = 0; i < n; i++) {
                double largest = 0;
                for (int j = 0; j < n; j++) {
                    largest = Math.max(largest, Math.abs(hessian[i * n + j]));
                }
                step[i] = largest == 0 ? 0 : -Math.floorDiv(Math.getExponent(largest) + 1, 2);
                exponents[i] += step[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    hessian[i * n + j] = Math.scalb(hessian[i * n + j], step[i] + step[j]);
                }
            }
        }
        return exponents;
    }
}
