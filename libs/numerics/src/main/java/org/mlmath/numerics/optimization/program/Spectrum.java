package org.mlmath.numerics.optimization.program;

import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The eigenvalues of a symmetric matrix, as far as convexity depends on them.
 *
 * @param smallest
 * @param rounding eigenvalues of no larger size cannot be told from 0
 */
record Spectrum(double smallest, double rounding) {
    static Spectrum of(Matrix q) {
        int n = q.rows();
        double[] eigenvalues = Kernels.current().symmetricEigen(q, false).values();
        double smallest = eigenvalues[0];
        double size = Math.max(Math.abs(smallest), Math.abs(eigenvalues[n - 1]));
        return new Spectrum(smallest, 10 * n * Math.ulp(1.0) * size);
    }

    boolean semidefinite() {
        return smallest >= -rounding;
    }
}
