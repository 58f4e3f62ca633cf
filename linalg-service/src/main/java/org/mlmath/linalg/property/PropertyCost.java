package org.mlmath.linalg.property;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What it takes to find eigenvalues, and to decide about them without rounding. */
final class PropertyCost {
    private static final double WRITING = 1e-7;

    private PropertyCost() {}

    static Cost of(Matrix a, boolean symmetric) {
        if (a == null || a.values().length == 0) {
            return Cost.SMALL;
        }
        double n = Math.max(a.rows(), a.columns());
        double seconds =
                Kernels.current().cost().seconds(symmetric ? Operation.SYMMETRIC_EIGEN : Operation.EIGEN, (int) n, (int)
                                n)
                        + Kernels.current().cost().seconds(Operation.SINGULAR_VALUES, a.rows(), a.columns());
        if (n <= SignedEigenvalues.EXACT_UP_TO) {
            seconds += 4 * ExactCost.of(a).rankSeconds();
        }
        return new Cost(1e-5 + seconds + WRITING * n * n, (long) (4096 + 8 * 8 * n * n));
    }
}
