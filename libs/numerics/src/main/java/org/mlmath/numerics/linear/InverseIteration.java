package org.mlmath.numerics.linear;

import java.util.Arrays;

/**
 * Makes eigenvectors right that balancing has spoilt. Balancing a matrix with rows of very different size gives good eigenvalues, but
 * carries the vectors' errors back at another scale; one solution of (A − λI)·x = v brings A·v = λ·v down to rounding again. Source:
 * Watkins, <i>A case where balancing is harmful</i>, ETNA 23 (2006); Golub and Van Loan, <i>Matrix Computations</i>, §7.6.1.
 */
final class InverseIteration {
    /** In units of n·ε·‖A‖: what rounding explains. */
    private static final double ROUNDING = 20;

    /** Up to this order the check is cheap beside the decomposition; above it the certificate says how good the vectors are. */
    private static final int LARGEST = 64;

    private final Kernel kernel;
    private final Matrix a;
    private final int n;
    private final double norm;

    private InverseIteration(Kernel kernel, Matrix a) {
        this.kernel = kernel;
        this.a = a;
        this.n = a.rows();
        this.norm = a.frobeniusNorm();
    }

    /** @return the factors, those columns of the vectors improved, in place, that need it */
    static EigenFactors improve(Kernel kernel, Matrix a, EigenFactors factors) {
        if (factors.vectors() == null || a.rows() > LARGEST) {
            return factors;
        }
        InverseIteration iteration = new InverseIteration(kernel, a);
        ComplexMatrix vectors = factors.vectors();
        for (int j = 0; j < a.rows(); j++) {
            double re = factors.values().re()[j];
            double im = factors.values().isComplex() ? factors.values().im()[j] : 0;
            double[] v = iteration.column(vectors, j);
            double before = iteration.residual(re, im, v);
            if (before > ROUNDING * a.rows() * Math.ulp(1.0) * iteration.norm) {
                double[] improved = iteration.solved(re, im, v);
                if (improved != null && iteration.residual(re, im, improved) < before) {
                    iteration.put(improved, vectors, j);
                }
            }
        }
        return factors;
    }

    /** @return real parts, then imaginary parts, which are missing where the matrix of vectors is real */
    private double[] column(ComplexMatrix vectors, int j) {
        double[] v = new double[vectors.isComplex() ? 2 * n : n];
        for (int i = 0; i < n; i++) {
            v[i] = vectors.re()[i * n + j];
            if (vectors.isComplex()) {
                v[n + i] = vectors.im()[i * n + j];
            }
        }
        return v;
    }

    private void put(double[] v, ComplexMatrix vectors, int j) {
        for (int i = 0; i < n; i++) {
            vectors.re()[i * n + j] = v[i];
            if (vectors.isComplex()) {
                vectors.im()[i * n + j] = v[n + i];
            }
        }
    }

    private double residual(double re, double im, double[] v) {
        return kernel.multiply(shifted(re, im, v.length), Matrix.column(v)).frobeniusNorm();
    }

    private double[] solved(double re, double im, double[] v) {
        LuFactors lu = kernel.lu(shifted(re, im, v.length));
        if (lu.singular()) { // λ is right to the last bit: a bit more or less makes it solvable
            lu = kernel.lu(shifted(re + Math.ulp(norm), im, v.length));
            if (lu.singular()) {
                return null;
            }
        }
        double[] scaled = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            scaled[i] = v[i] * norm; // so that the solution is of the size 1/ε, whatever the size of A
        }
        double[] x = lu.solve(Matrix.column(scaled)).values();
        double length = Matrix.column(x).frobeniusNorm();
        if (!(length > 0 && Double.isFinite(length))) {
            return null;
        }
        return Arrays.stream(x).map(entry -> entry / length).toArray();
    }

    /** @return A − λI, or as a real matrix (A − αI, βI; −βI, A − αI) of real and imaginary parts */
    private Matrix shifted(double re, double im, int size) {
        double[] shifted = new double[size * size];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = a.get(i, j) - (i == j ? re : 0);
                shifted[i * size + j] = entry;
                if (size > n) {
                    shifted[(n + i) * size + n + j] = entry;
                }
            }
            if (size > n) {
                shifted[i * size + n + i] = im;
                shifted[(n + i) * size + i] = -im;
            }
        }
        return new Matrix(size, size, shifted);
    }
}
