package org.mlmath.numerics.linear;

import java.util.Arrays;
import org.hipparchus.complex.Complex;

/**
 * Eigenvalues and right eigenvectors of A = Z·T·Zᵀ from its real Schur form, by substitution back from the last row: (T − λ)·y = 0
 * with y = 1 in λ's own place, x = Z·y. Hipparchus has this too, but answers vectors that are none for some small matrices of integers
 * with eigenvalues that come twice; its Schur form of these is right.
 *
 * <p>A divisor below ε·‖T‖ is taken as that: the vector is then one of a matrix within that distance. About n³ operations for all.
 * Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §7.6.4; LAPACK's trevc.
 */
final class SchurEigenvectors {
    /** Entries are brought down once they exceed this: two more products by entries of T at the scale of 1 stay in range. */
    private static final double LARGE = 0x1p400;

    private final int n;
    private final double[] t;
    private final double smallest;
    private final double[] re;
    private final double[] im;

    private SchurEigenvectors(Matrix t) {
        this.n = t.rows();
        this.t = t.values();
        this.smallest = Math.max(Math.ulp(1.0) * t.maxAbs(), 0x1p-500);
        this.re = new double[n];
        this.im = new double[n];
    }

    /** @param schur T at the scale of 1, its blocks in standard form */
    static EigenFactors of(SchurFactors schur) {
        int n = schur.t().rows();
        double[] values = new double[n];
        double[] imaginary = new double[n];
        Matrix y = new Matrix(n, n, new double[n * n]);
        Matrix yi = new Matrix(n, n, new double[n * n]);
        boolean complex = false;
        SchurEigenvectors vectors = new SchurEigenvectors(schur.t());
        for (int k = 0; k < n; k++) {
            values[k] = schur.t().get(k, k);
            boolean pair = k + 1 < n && schur.t().get(k + 1, k) != 0;
            vectors.solve(k, pair);
            vectors.write(y, yi, k, 1);
            if (pair) {
                complex = true;
                imaginary[k] = vectors.frequency(k);
                values[k + 1] = values[k];
                imaginary[k + 1] = -imaginary[k];
                vectors.write(y, yi, k + 1, -1);
                k++;
            }
        }
        Kernel kernel = Kernels.hipparchus();
        double[] x = kernel.multiply(schur.z(), y).values();
        double[] xi = complex ? kernel.multiply(schur.z(), yi).values() : new double[n * n];
        normalise(n, x, xi);
        return new EigenFactors(
                new ComplexVector(values, complex ? imaginary : null), new ComplexMatrix(n, n, x, complex ? xi : null));
    }

    /** @return the imaginary part of the block's first eigenvalue: √(−b·c) */
    private double frequency(int k) {
        return Math.sqrt(Math.abs(t[k * n + k + 1])) * Math.sqrt(Math.abs(t[(k + 1) * n + k]));
    }

    private void solve(int k, boolean pair) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        double mu = 0;
        re[k] = 1;
        int row = k - 1;
        if (pair) { // −iμ·y₁ + b·y₂ = 0 = c·y₁ − iμ·y₂
            mu = frequency(k);
            double b = t[k * n + k + 1];
            double c = t[(k + 1) * n + k];
            if (Math.abs(b) >= Math.abs(c)) {
                im[k + 1] = mu / b;
            } else {
                re[k] = 0;
                im[k] = mu / c;
                re[k + 1] = 1;
            }
        }
        Complex lambda = new Complex(t[k * n + k], mu);
        int last = pair ? k + 1 : k;
        while (row >= 0) {
            if (row > 0 && t[row * n + row - 1] != 0) {
                block(row - 1, last, lambda);
                row -= 2;
            } else {
                single(row, last, lambda);
                row--;
            }
            restrain(row + 1, last);
        }
    }

    private void single(int i, int last, Complex lambda) {
        put(
                i,
                negatedSum(i, i + 1, last)
                        .divide(pivot(lambda.subtract(t[i * n + i]).negate())));
    }

    /** Rows i and i + 1 together: (p b; c p)·y = r, by elimination from the largest of the four. */
    private void block(int i, int last, Complex lambda) {
        Complex p = lambda.subtract(t[i * n + i]).negate();
        double b = t[i * n + i + 1];
        double c = t[(i + 1) * n + i];
        Complex first = negatedSum(i, i + 2, last);
        Complex second = negatedSum(i + 1, i + 2, last);
        Complex upper;
        Complex lower;
        if (p.norm() >= Math.max(Math.abs(b), Math.abs(c))) {
            lower = second.subtract(first.multiply(c).divide(p))
                    .divide(pivot(p.subtract(new Complex(b * c).divide(p))));
            upper = first.subtract(lower.multiply(b)).divide(p);
        } else if (Math.abs(b) >= Math.abs(c)) {
            upper = second.subtract(p.multiply(first).divide(b))
                    .divide(pivot(p.multiply(p).divide(b).subtract(c).negate()));
            lower = first.subtract(p.multiply(upper)).divide(b);
        } else {
            lower = first.subtract(p.multiply(second).divide(c))
                    .divide(pivot(p.multiply(p).divide(c).subtract(b).negate()));
            upper = second.subtract(p.multiply(lower)).divide(c);
        }
        put(i, upper);
        put(i + 1, lower);
    }

    private Complex pivot(Complex divisor) {
        return divisor.norm() < smallest ? new Complex(smallest) : divisor;
    }

    private Complex negatedSum(int i, int from, int last) {
        double x = 0;
        double y = 0;
        for (int j = from; j <= last; j++) {
            x -= t[i * n + j] * re[j];
            y -= t[i * n + j] * im[j];
        }
        return new Complex(x, y);
    }

    private void put(int i, Complex entry) {
        re[i] = entry.getReal();
        im[i] = entry.getImaginary();
    }

    private void restrain(int from, int to) {
        double largest = 0;
        for (int i = from; i <= to; i++) {
            largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
        }
        if (largest > LARGE) {
            int exponent = -Math.getExponent(largest);
            for (int i = from; i <= to; i++) {
                re[i] = Math.scalb(re[i], exponent);
                im[i] = Math.scalb(im[i], exponent);
            }
        }
    }

    private void write(Matrix y, Matrix yi, int column, double sign) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
        }
        for (int i = 0; i < n; i++) {
            y.values()[i * n + column] = re[i] / largest;
            yi.values()[i * n + column] = sign * im[i] / largest;
        }
    }

    /** To length 1; the largest part of each is about 1 already. */
    private static void normalise(int n, double[] x, double[] y) {
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int at = j; at < x.length; at += n) {
                sum += x[at] * x[at] + y[at] * y[at];
            }
            double norm = Math.sqrt(sum);
            for (int at = j; at < x.length; at += n) {
                x[at] /= norm;
                y[at] /= norm;
            }
        }
    }
}
