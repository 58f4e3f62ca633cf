package org.mlmath.linalg.matrix.function;

import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexSchurFactors;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SchurFactors;

/**
 * A = Z·T·Zᴴ with a unitary Z and an upper triangular T, both complex.
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
        ComplexSchurFactors complex = ComplexSchurFactors.of(schur);
        int n = a.rows();
        boolean negative = false;
        for (int k = 0; k < n; k++) {
            if (k + 1 < n && schur.t().get(k + 1, k) != 0) {
                k++;
            } else {
                negative |= schur.t().get(k, k) < -noise;
            }
        }
        return new TriangularForm(
                new ComplexTriangle(n, complex.t().re(), imaginary(complex.t())),
                complex.z().re(),
                imaginary(complex.z()),
                negative);
    }

    private static double[] imaginary(ComplexMatrix a) {
        return a.isComplex() ? a.im() : new double[a.re().length];
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
