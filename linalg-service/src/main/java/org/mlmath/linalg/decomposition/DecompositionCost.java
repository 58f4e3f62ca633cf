package org.mlmath.linalg.decomposition;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.KernelCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What a decomposition takes on the kernel in use: its factorisation, the certificates, and writing the factors. */
final class DecompositionCost {
    private DecompositionCost() {}

    /** @param full whether the larger factor is square */
    static Cost of(Operation operation, Matrix a, boolean full, boolean vectors) {
        if (a == null || a.rows() == 0 || a.columns() == 0) {
            return Cost.SMALL;
        }
        int m = a.rows();
        int n = a.columns();
        return new Cost(
                Kernels.current().cost().answered(operation, m, n, full, vectors),
                KernelCost.bytes(m, n, KernelCost.numbers(m, n, full, vectors)));
    }
}
