package org.mlmath.stats.regression;

import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** Quadratic forms of symmetric matrices. */
final class SymmetricForm {
    private SymmetricForm() {}

    /** xᵀV⁻¹x for a positive definite V, brought to a diagonal of ones first; NaN where it is not definite. */
    static double inverse(Matrix v, double[] x) {
        int n = x.length;
        double[] scaled = new double[n * n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double di = Math.sqrt(v.get(i, i));
            y[i] = x[i] / di;
            for (int j = 0; j < n; j++) {
                scaled[i * n + j] = v.get(i, j) / di / Math.sqrt(v.get(j, j));
            }
        }
        for (double value : scaled) {
            if (!Double.isFinite(value)) {
                return Double.NaN;
            }
        }
        Matrix l;
        try {
            l = Kernels.current().cholesky(new Matrix(n, n, scaled)).l();
        } catch (NotPositiveDefiniteException e) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                y[i] -= l.get(i, k) * y[k];
            }
            y[i] /= l.get(i, i);
            sum += y[i] * y[i];
        }
        return sum;
    }
}
