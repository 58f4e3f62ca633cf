package org.mlmath.linalg.system;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

/** What a system takes: the factorisation, the ranks, the refinement; elimination in long integers where that is asked for. */
final class SolveCost {
    /** How often floating point is not enough, and elimination in fractions takes over: rarely, but then it is most of the cost. */
    private static final double RARELY = 0.1;

    /** How often a large square matrix is singular; then the time that is left decides. */
    private static final double SELDOM = 0.1;

    /** Conjugate gradients end after n steps in theory, after some more with rounding. */
    private static final double STEPS_PER_UNKNOWN = 2;

    private static final double DOUBLED_PRECISION = 5e-9;

    private SolveCost() {}

    static Cost of(Matrix a, Matrix b, SolveMethod method, boolean exact) {
        double columns = b.columns();
        double m = a.rows();
        double n = a.columns();
        if (m == 0 || n == 0) {
            return Cost.SMALL;
        }
        Kernel kernel = Kernels.current();
        boolean square = a.isSquare();
        boolean small = Math.max(m, n) <= LinearSystem.EXACT_UP_TO;
        Operation operation =
                switch (method) {
                    case AUTO -> square || small ? Operation.LU : Operation.SVD;
                    case LU, CHOLESKY, CONJUGATE_GRADIENT -> Operation.LU;
                    case QR -> Operation.QR;
                    case SVD -> Operation.SVD;
                };
        double seconds = 2 * kernel.cost().seconds(operation, a.rows(), a.columns())
                + kernel.cost().multiply(a.rows(), a.columns(), b.columns())
                + 4 * DOUBLED_PRECISION * m * n * (small ? columns : Math.min(columns, LinearSystem.DOUBLED_RESIDUALS));
        if (method == SolveMethod.CONJUGATE_GRADIENT) {
            seconds += STEPS_PER_UNKNOWN * n * columns * kernel.cost().multiply(a.rows(), a.columns(), 1);
        }
        if (square
                && !small
                && !method.needsSymmetry()
                && method != SolveMethod.SVD) { // singular as it turns out, its rank takes the singular values
            seconds += SELDOM * kernel.cost().seconds(Operation.SVD, a.rows(), a.columns());
        }
        if (small) {
            ExactCost fractions = ExactCost.of(a, b);
            seconds += fractions.rankSeconds() + (exact ? 1 : RARELY) * fractions.eliminationSeconds();
        }
        long bytes = (long) (8 * (6 * m * n + 4 * (m + n) * columns) + (small ? 2000 * m * (n + columns) : 0));
        return new Cost(seconds, bytes);
    }

    /** The singular values and vectors, refinement in twice the precision, and the fractions of the working. */
    static Cost ofLeastSquares(Matrix a, Matrix b, boolean explain) {
        double m = a.rows();
        double n = a.columns();
        if (m == 0 || n == 0) {
            return Cost.SMALL;
        }
        Kernel kernel = Kernels.current();
        double seconds = kernel.cost().seconds(Operation.SVD, a.rows(), a.columns())
                + 6 * kernel.cost().multiply(a.rows(), a.columns(), b.columns())
                + 8 * DOUBLED_PRECISION * Math.min(m * n * b.columns(), Residual.AFFORDABLE);
        if (explain && n <= NormalEquations.MOST_COLUMNS) {
            seconds += ExactCost.of(a, b).eliminationSeconds();
        }
        return new Cost(seconds, (long) (8 * (6 * m * n + 8 * (m + n) * b.columns())));
    }
}
