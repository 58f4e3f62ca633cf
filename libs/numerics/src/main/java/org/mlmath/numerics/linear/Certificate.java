package org.mlmath.numerics.linear;

import java.util.Random;

/**
 * How far factors are from what they should be, computed from them and not from the algorithm's theory.
 *
 * <p>Below n = {@value #FULL_BELOW}, the smaller dimension, in full; above by products with a few fixed probe vectors of ±1:
 * E‖M·z‖² = ‖M‖_F² for such z (Hutchinson, 1990), so the mean over the probes estimates the Frobenius norm, with a relative
 * standard deviation of at most √(1/(2·probes)), at a cost of O(n²).
 *
 * @param value relative, see the methods
 * @param estimated whether probes stand for the whole
 */
public record Certificate(double value, boolean estimated) {
    private static final int FULL_BELOW = 200;
    private static final int PROBES = 4;
    private static final long PROBE_SEED = 20260101;

    /** @return ‖A − B·C‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofProduct(Matrix a, Matrix b, Matrix c) {
        double residual;
        boolean estimated = Math.min(a.rows(), a.columns()) >= FULL_BELOW;
        if (estimated) {
            residual = estimate(a.columns(), z -> difference(times(a, z), times(b, times(c, z))));
        } else {
            Matrix product = Kernels.current().multiply(b, c);
            residual = new Matrix(a.rows(), a.columns(), difference(a.values(), product.values())).frobeniusNorm();
        }
        double norm = a.frobeniusNorm();
        return new Certificate(norm == 0 ? residual : residual / norm, estimated);
    }

    /** @return ‖A − B·C·D‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofProduct(Matrix a, Matrix b, Matrix c, Matrix d) {
        if (Math.min(a.rows(), a.columns()) < FULL_BELOW) {
            return ofProduct(a, Kernels.current().multiply(b, c), d);
        }
        double residual = estimate(a.columns(), z -> difference(times(a, z), times(b, times(c, times(d, z)))));
        double norm = a.frobeniusNorm();
        return new Certificate(norm == 0 ? residual : residual / norm, true);
    }

    /** @return ‖QᵀQ − I‖_F */
    public static Certificate ofOrthonormalColumns(Matrix q) {
        boolean estimated = q.columns() >= FULL_BELOW;
        double residual;
        if (estimated) {
            residual = estimate(q.columns(), z -> difference(timesTransposed(q, times(q, z)), z));
        } else {
            Matrix gram = Kernels.current().multiply(q.transpose(), q);
            residual = new Matrix(
                            gram.rows(),
                            gram.columns(),
                            difference(
                                    gram.values(), Matrix.identity(gram.rows()).values()))
                    .frobeniusNorm();
        }
        return new Certificate(residual, estimated);
    }

    /** @return ‖A·V − V·diag(λ)‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofEigenvectors(Matrix a, ComplexVector values, ComplexMatrix vectors) {
        int n = a.rows();
        boolean complex = values.isComplex();
        double[] re = values.re();
        double[] im = complex ? values.im() : new double[n];
        Matrix x = new Matrix(n, n, vectors.re());
        Matrix y = new Matrix(n, n, vectors.isComplex() ? vectors.im() : new double[n * n]);
        boolean estimated = n >= FULL_BELOW;
        double real;
        double imaginary = 0;
        if (estimated) {
            real = estimate(
                    n, z -> difference(times(a, times(x, z)), combined(x, scaled(re, z), y, scaled(im, z), -1)));
            if (complex) {
                imaginary = estimate(
                        n, z -> difference(times(a, times(y, z)), combined(y, scaled(re, z), x, scaled(im, z), 1)));
            }
        } else {
            Kernel kernel = Kernels.current();
            real = norm(n, difference(kernel.multiply(a, x).values(), turned(x, re, y, im, -1)));
            if (complex) {
                imaginary = norm(n, difference(kernel.multiply(a, y).values(), turned(y, re, x, im, 1)));
            }
        }
        double norm = a.frobeniusNorm();
        double residual = Math.hypot(real, imaginary);
        return new Certificate(norm == 0 ? residual : residual / norm, estimated);
    }

    /** @return the larger of two, estimated if either is */
    public Certificate or(Certificate other) {
        return new Certificate(Math.max(value, other.value), estimated || other.estimated);
    }

    private interface Residual {
        double[] times(double[] z);
    }

    private static double estimate(int columns, Residual residual) {
        Random random = new Random(PROBE_SEED);
        double sum = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            double[] z = new double[columns];
            for (int j = 0; j < columns; j++) {
                z[j] = random.nextBoolean() ? 1 : -1;
            }
            sum = Math.hypot(sum, Matrix.column(residual.times(z)).frobeniusNorm());
        }
        return sum / Math.sqrt(PROBES);
    }

    private static double norm(int n, double[] values) {
        return new Matrix(n, n, values).frobeniusNorm();
    }

    /** @return P·diag(p) + sign·Q·diag(q), row-major */
    private static double[] turned(Matrix p, double[] diagonalP, Matrix q, double[] diagonalQ, int sign) {
        int n = p.columns();
        double[] result = new double[p.values().length];
        for (int at = 0; at < result.length; at++) {
            int j = at % n;
            result[at] = p.values()[at] * diagonalP[j] + sign * (q.values()[at] * diagonalQ[j]);
        }
        return result;
    }

    private static double[] combined(Matrix p, double[] z, Matrix q, double[] w, int sign) {
        double[] first = times(p, z);
        double[] second = times(q, w);
        for (int i = 0; i < first.length; i++) {
            first[i] += sign * second[i];
        }
        return first;
    }

    private static double[] scaled(double[] diagonal, double[] z) {
        double[] result = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            result[i] = diagonal[i] * z[i];
        }
        return result;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }

    private static double[] times(Matrix a, double[] z) {
        double[] result = new double[a.rows()];
        double[] values = a.values();
        int n = a.columns();
        for (int i = 0; i < result.length; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += values[i * n + j] * z[j];
            }
            result[i] = sum;
        }
        return result;
    }

    private static double[] timesTransposed(Matrix a, double[] z) {
        double[] result = new double[a.columns()];
        double[] values = a.values();
        int n = a.columns();
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < n; j++) {
                result[j] += values[i * n + j] * z[i];
            }
        }
        return result;
    }
}
