package org.mlmath.linalg.decomposition;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.KernelCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What a decomposition takes on the kernel in use: its factorisation, the certificates, and writing the factors. */
final class DecompositionCost {
    /** Seconds to write one number of the answer as JSON. */
    private static final double WRITING = 1e-7;

    private DecompositionCost() {}

    /** @param full whether the larger factor is square */
    static Cost of(Operation operation, Matrix a, boolean full, boolean vectors) {
        if (a == null || a.rows() == 0 || a.columns() == 0) {
            return Cost.SMALL;
        }
        Kernel kernel = Kernels.current();
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        int larger = Math.max(m, n);
        double kernelSeconds =
                full ? kernel.cost().full(operation, m, n) : kernel.cost().seconds(operation, m, n);
        double certificates = vectors ? 2 * kernel.cost().multiply(m, Math.min(k, 200), n) : 0;
        long numbers = vectors ? (full ? (long) larger * larger : (long) larger * k) + (long) k * k : k;
        return new Cost(kernelSeconds + certificates + WRITING * numbers, KernelCost.bytes(m, n, numbers));
    }
}
