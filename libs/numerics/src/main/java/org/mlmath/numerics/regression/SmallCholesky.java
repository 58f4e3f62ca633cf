package org.mlmath.numerics.regression;

/** A = L·Lᵀ of the small symmetric matrices of Newton steps, in place. */
final class SmallCholesky {
    private final double[][] l;

    private SmallCholesky(double[][] l) {
        this.l = l;
    }

    /** @return null where A is not positive definite to working precision */
    static SmallCholesky of(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    // Below this the pivot is what rounding left of it.
                    if (!(sum > n * Math.ulp(a[i][i]))) {
                        return null;
                    }
                    l[i][i] = Math.sqrt(sum);
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
        }
        return new SmallCholesky(l);
    }

    /** L⁻¹·b, in place. */
    void forward(double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= l[i][k] * b[k];
            }
            b[i] /= l[i][i];
        }
    }

    /** A⁻¹·b, in place. */
    void solve(double[] b) {
        forward(b);
        for (int i = b.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < b.length; k++) {
                b[i] -= l[k][i] * b[k];
            }
            b[i] /= l[i][i];
        }
    }
}
