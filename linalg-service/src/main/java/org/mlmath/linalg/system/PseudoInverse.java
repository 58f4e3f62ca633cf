package org.mlmath.linalg.system;

import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SvdFactors;

/** A⁺ = V·Σ⁺·Uᵀ, applied without being formed. */
final class PseudoInverse {
    private PseudoInverse() {}

    /** @param rank how many of the singular values count */
    static Matrix times(SvdFactors svd, int rank, Matrix c) {
        Matrix shares = Kernels.current().multiply(svd.u().transpose(), c);
        int columns = c.columns();
        double[] scaled = new double[rank * columns];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < columns; j++) {
                scaled[i * columns + j] = shares.get(i, j) / svd.singularValues()[i];
            }
        }
        int n = svd.vt().columns();
        double[] rows = new double[rank * n];
        System.arraycopy(svd.vt().values(), 0, rows, 0, rows.length);
        return Kernels.current().multiply(new Matrix(rank, n, rows).transpose(), new Matrix(rank, columns, scaled));
    }

    /** @return the rows of Vᵀ from the rank on: an orthonormal basis of the null space */
    static Matrix nullSpace(SvdFactors svd, int rank) {
        int n = svd.vt().columns();
        int dimension = n - rank;
        double[] rows = new double[dimension * n];
        System.arraycopy(svd.vt().values(), rank * n, rows, 0, rows.length);
        return new Matrix(dimension, n, rows);
    }
}
