package org.mlmath.numerics.linear;

/**
 * A = Z·T·Zᴴ, the complex Schur form of a real matrix.
 *
 * @param z n×n, unitary
 * @param t n×n, upper triangular, the eigenvalues on the diagonal; of a conjugate pair the one with the positive imaginary part first
 */
public record ComplexSchurFactors(ComplexMatrix z, ComplexMatrix t) {

    /**
     * The real form with each block of order 2 turned by a rotation. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed.,
     * §7.4.
     *
     * @return real factors where no eigenvalue is complex
     */
    public static ComplexSchurFactors of(SchurFactors real) {
        int n = real.t().rows();
        double[] tRe = real.t().values().clone();
        double[] tIm = new double[n * n];
        double[] zRe = real.z().values().clone();
        double[] zIm = new double[n * n];
        boolean complex = false;
        for (int k = 0; k + 1 < n; k++) {
            if (real.t().get(k + 1, k) != 0) {
                rotate(n, k, real.t(), tRe, tIm, zRe, zIm);
                complex = true;
                k++;
            }
        }
        return new ComplexSchurFactors(
                new ComplexMatrix(n, n, zRe, complex ? zIm : null), new ComplexMatrix(n, n, tRe, complex ? tIm : null));
    }

    /** A block a b; c a with b·c < 0 has the eigenvalue a + iω, ω = √(−bc), with the eigenvector (b, iω). */
    private static void rotate(int n, int k, Matrix t, double[] tRe, double[] tIm, double[] zRe, double[] zIm) {
        double b = t.get(k, k + 1);
        double c = t.get(k + 1, k);
        // Both entries of the eigenvector are divided by √|b|, so that they keep their digits where b, c and ω
        // underflow.
        double upper = Math.copySign(Math.sqrt(Math.abs(b)), b);
        double lower = Math.sqrt(Math.abs(c));
        double omega = Math.abs(upper) * lower;
        double length = Math.hypot(upper, lower);
        double p = upper / length;
        double q = lower / length; // the first column of the rotation is (p, iq), the second (iq, p)
        for (int j = 0; j < n; j++) { // rows: from the left with the conjugate transpose
            turn(tRe, tIm, k * n + j, (k + 1) * n + j, p, -q);
        }
        for (int i = 0; i < n; i++) { // columns: from the right
            turn(tRe, tIm, i * n + k, i * n + k + 1, p, q);
            turn(zRe, zIm, i * n + k, i * n + k + 1, p, q);
        }
        for (int d = k; d <= k + 1; d++) { // what is known without rounding
            tRe[d * n + d] = t.get(k, k);
            tIm[d * n + d] = d == k ? omega : -omega;
        }
        tRe[(k + 1) * n + k] = 0;
        tIm[(k + 1) * n + k] = 0;
    }

    /** (x, y) becomes (p·x + iq·y, iq·x + p·y). */
    private static void turn(double[] re, double[] im, int x, int y, double p, double q) {
        double xRe = re[x];
        double xIm = im[x];
        double yRe = re[y];
        double yIm = im[y];
        re[x] = p * xRe - q * yIm;
        im[x] = p * xIm + q * yRe;
        re[y] = p * yRe - q * xIm;
        im[y] = p * yIm + q * xRe;
    }
}
