package org.mlmath.linalg.system;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What a system takes: the factorisation, the ranks, the refinement; elimination in long integers where that is asked for. */
final class SolveCost {
    /** Seconds for one multiplication modulo a prime. */
    private static final double MODULAR = 8e-9;

    /** Decimals have up to 17 digits, 57 bits, and each prime is good for 31: ranks below the full take about two primes a row. */
    private static final double PRIMES_PER_ROW = 2;

    /** Seconds for one step of fraction-free elimination on numbers of a few words; they grow with the order. */
    private static final double LONG_INTEGER = 2e-7;

    private static final double DOUBLED_PRECISION = 5e-9;

    private SolveCost() {}

    static Cost of(Matrix a, int columns, SolveMethod method, boolean exact) {
        double m = a.rows();
        double n = a.columns();
        if (m == 0 || n == 0) {
            return Cost.SMALL;
        }
        Kernel kernel = Kernels.current();
        double smaller = Math.min(m, n);
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
                + kernel.cost().multiply(a.rows(), a.columns(), columns)
                + 4 * DOUBLED_PRECISION * m * n * Math.min(columns, LinearSystem.DOUBLED_RESIDUALS);
        if (small) {
            seconds += MODULAR * m * (n + columns) * smaller * Math.max(1, PRIMES_PER_ROW * m) / 3;
        }
        if (exact) {
            seconds += LONG_INTEGER * m * (n + columns) * smaller * (1 + smaller / 8);
        }
        long bytes = (long) (8 * (6 * m * n + 4 * (m + n) * columns) + (small || exact ? 500 * m * (n + columns) : 0));
        return new Cost(seconds, bytes);
    }
}
