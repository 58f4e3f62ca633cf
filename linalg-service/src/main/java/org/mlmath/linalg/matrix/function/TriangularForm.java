package org.mlmath.linalg.matrix.function;

import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SchurFactors;

/**
 * A = Z·T·Zᴴ with a unitary Z and an upper triangular T, both complex: the real Schur form with each block of order 2 turned by a
 * rotation. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §7.4.
 *
 * @param t T
 * @param zRe real parts of Z, row-major
 * @param zIm imaginary parts of Z
 * @param negative whether a real eigenvalue is negative: then the logarithm and the square root are complex
 */
record TriangularForm(ComplexTriangle t, double[] zRe, double[] zIm, boolean negative) {

    /** @param noise real eigenvalues within this of 0 are not negative */
    static TriangularForm of(Matrix a, double noise) {
        SchurFactors schur = Kernels.current().schur(a);
        int n = a.rows();
        double[] tRe = schur.t().values().clone();
        double[] tIm = new double[n * n];
        double[] zRe = schur.z().values().clone();
        double[] zIm = new double[n * n];
        boolean negative = false;
        for (int k = 0; k < n; k++) {
            if (k + 1 < n && schur.t().get(k + 1, k) != 0) {
                rotate(n, k, schur.t(), tRe, tIm, zRe, zIm);
                k++;
            } else {
                negative |= schur.t().get(k, k) < -noise;
            }
        }
        return new TriangularForm(new ComplexTriangle(n, tRe, tIm), zRe, zIm, negative);
    }

    /** A block a b; c a with b·c < 0 has the eigenvalue a + iω, ω = √(−bc), with the eigenvector (b, iω). */
    private static void rotate(int n, int k, Matrix t, double[] tRe, double[] tIm, double[] zRe, double[] zIm) {
        double b = t.get(k, k + 1);
        double omega = Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(t.get(k + 1, k)));
        double length = Math.hypot(b, omega);
        double p = b / length;
        double q = omega / length; // the first column of the rotation is (p, iq), the second (iq, p)
        for (int j = 0; j < n; j++) { // rows: from the left with the conjugate transpose
            turn(tRe, tIm, k * n + j, (k + 1) * n + j, p, -q);
        }
        for (int i = 0; i < n; i++) { // columns: from the right
            turn(tRe, tIm, i * n + k, i * n + k + 1, p, q);
            turn(zRe, zIm, i * n + k, i * n + k + 1, p, q);
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

    /** @return Z·F·Zᴴ, real unless an eigenvalue is negative: the principal branch commutes with conjugation elsewhere */
    ComplexMatrix restore(ComplexTriangle f) {
        int n = f.n();
        Matrix zr = new Matrix(n, n, zRe);
        Matrix zi = new Matrix(n, n, zIm);
        Matrix fr = new Matrix(n, n, f.re());
        Matrix fi = new Matrix(n, n, f.im());
        Matrix leftRe = difference(zr, fr, zi, fi, -1);
        Matrix leftIm = difference(zr, fi, zi, fr, 1);
        Matrix zrt = zr.transpose();
        Matrix zit = zi.transpose();
        double[] re = difference(leftRe, zrt, leftIm, zit, 1).values();
        double[] im = negative ? difference(leftIm, zrt, leftRe, zit, -1).values() : null;
        return new ComplexMatrix(n, n, re, im);
    }

    /** @return Zᴴ·R·Z */
    ComplexTriangle inBasis(ComplexMatrix r) {
        int n = r.rows();
        Matrix zr = new Matrix(n, n, zRe);
        Matrix zi = new Matrix(n, n, zIm);
        Matrix zrt = zr.transpose();
        Matrix zit = zi.transpose();
        Matrix rr = new Matrix(n, n, r.re());
        Matrix ri = new Matrix(n, n, r.isComplex() ? r.im() : new double[n * n]);
        Matrix leftRe = difference(zrt, rr, zit, ri, 1);
        Matrix leftIm = difference(zrt, ri, zit, rr, -1);
        return new ComplexTriangle(
                n,
                difference(leftRe, zr, leftIm, zi, -1).values(),
                difference(leftRe, zi, leftIm, zr, 1).values());
    }

    /** @return A·B + sign·C·D */
    private static Matrix difference(Matrix a, Matrix b, Matrix c, Matrix d, int sign) {
        double[] first = Kernels.current().multiply(a, b).values();
        double[] second = Kernels.current().multiply(c, d).values();
        double[] sum = new double[first.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = first[i] + sign * second[i];
        }
        return new Matrix(a.rows(), b.columns(), sum);
    }
}
