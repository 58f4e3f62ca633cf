package org.mlmath.numerics.linear;

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
    static final int FULL_BELOW = 200;

    /** @return ‖A − B·C‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofProduct(Matrix a, Matrix b, Matrix c) {
        if (isSmall(a)) {
            return relative(a, difference(a, Kernels.current().multiply(b, c)).frobeniusNorm(), false);
        }
        Probes z = Probes.ofLength(a.columns());
        return relative(a, z.times(a).minus(z.times(c).times(b)).meanNorm(), true);
    }

    /** @return ‖A[p] − L·U‖_F / ‖A‖_F, L lower and U upper triangular, or the numerator alone where A is zero */
    public static Certificate ofTriangles(Matrix a, int[] p, Matrix l, Matrix u) {
        if (isSmall(a)) {
            return ofProduct(permuted(a, p, null), l, u);
        }
        Probes z = Probes.ofLength(a.columns());
        Probes product = z.timesUpper(u).timesLower(l);
        return relative(a, z.times(a).permuted(p).minus(product).meanNorm(), true);
    }

    /** @return ‖A[:, p] − Q·R‖_F / ‖A‖_F, R upper triangular, p null for the order there is; the numerator alone where A is zero */
    public static Certificate ofReflections(Matrix a, int[] p, Matrix q, Matrix r) {
        if (isSmall(a)) {
            return ofProduct(p == null ? a : permuted(a, null, p), q, r);
        }
        Probes z = Probes.ofLength(a.columns());
        Probes ordered = p == null ? z : z.permutedBack(p);
        return relative(a, ordered.times(a).minus(z.timesUpper(r).times(q)).meanNorm(), true);
    }

    /** @return ‖A − B·C·D‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofProduct(Matrix a, Matrix b, Matrix c, Matrix d) {
        if (isSmall(a)) {
            return ofProduct(a, Kernels.current().multiply(b, c), d);
        }
        Probes z = Probes.ofLength(a.columns());
        return relative(a, z.times(a).minus(z.times(d).times(c).times(b)).meanNorm(), true);
    }

    /** @return ‖A − B·diag(d)·C‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofProduct(Matrix a, Matrix b, double[] d, Matrix c) {
        if (isSmall(a)) {
            return ofProduct(a, timesDiagonal(b, d), c);
        }
        Probes z = Probes.ofLength(a.columns());
        return relative(a, z.times(a).minus(z.times(c).scaled(d).times(b)).meanNorm(), true);
    }

    /** @return ‖A − B·C·Bᵀ‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofCongruence(Matrix a, Matrix b, Matrix c) {
        if (isSmall(a)) {
            return ofProduct(a, b, c, b.transpose());
        }
        Probes z = Probes.ofLength(a.columns());
        return relative(
                a, z.times(a).minus(z.timesTransposed(b).times(c).times(b)).meanNorm(), true);
    }

    /** @return ‖A[p][:, p] − L·D·Lᵀ‖_F / ‖A‖_F, D with entries on the diagonal and beside it only; the numerator alone where A is zero */
    public static Certificate ofPermutedCongruence(Matrix a, int[] p, Matrix l, Matrix d) {
        if (isSmall(a)) {
            return ofCongruence(permuted(a, p, p), l, d);
        }
        Probes z = Probes.ofLength(a.columns());
        Probes product = z.timesTransposedLower(l).timesTridiagonal(d).timesLower(l);
        return relative(a, z.permutedBack(p).times(a).permuted(p).minus(product).meanNorm(), true);
    }

    /** @return ‖A − B·C·Bᴴ‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofCongruence(Matrix a, ComplexMatrix b, ComplexMatrix c) {
        return ofCongruence(real(new ComplexMatrix(a.rows(), a.columns(), a.values(), null)), real(b), real(c));
    }

    /** @return ‖QᴴQ − I‖_F */
    public static Certificate ofOrthonormalColumns(ComplexMatrix q) {
        Certificate twice = ofOrthonormalColumns(real(q));
        return new Certificate(twice.value() / Math.sqrt(2), twice.estimated());
    }

    /** @return [X, −Y; Y, X] for X + iY: products are as of complex matrices, and everything stands there twice */
    private static Matrix real(ComplexMatrix a) {
        int m = a.rows();
        int n = a.columns();
        double[] twice = new double[4 * m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                twice[2 * i * n + j] = a.re()[at];
                twice[2 * (m + i) * n + n + j] = a.re()[at];
                if (a.isComplex()) {
                    twice[2 * i * n + n + j] = -a.im()[at];
                    twice[2 * (m + i) * n + j] = a.im()[at];
                }
            }
        }
        return new Matrix(2 * m, 2 * n, twice);
    }

    /** @return ‖A − B·diag(d)·Bᵀ‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofCongruence(Matrix a, Matrix b, double[] d) {
        if (isSmall(a)) {
            return ofProduct(a, timesDiagonal(b, d), b.transpose());
        }
        Probes z = Probes.ofLength(a.columns());
        return relative(
                a, z.times(a).minus(z.timesTransposed(b).scaled(d).times(b)).meanNorm(), true);
    }

    /** @return ‖A − L·Lᵀ‖_F / ‖A‖_F, L lower triangular, or the numerator alone where A is zero */
    public static Certificate ofSquare(Matrix a, Matrix l) {
        if (isSmall(a)) {
            return ofProduct(a, l, l.transpose());
        }
        Probes z = Probes.ofLength(a.columns());
        return relative(
                a, z.times(a).minus(z.timesTransposedLower(l).timesLower(l)).meanNorm(), true);
    }

    /** @return ‖QᵀQ − I‖_F */
    public static Certificate ofOrthonormalColumns(Matrix q) {
        if (q.columns() < FULL_BELOW) {
            return fromIdentity(Kernels.current().multiply(q.transpose(), q));
        }
        Probes z = Probes.ofLength(q.columns());
        return new Certificate(z.times(q).timesTransposed(q).minus(z).meanNorm(), true);
    }

    /** @return ‖QQᵀ − I‖_F */
    public static Certificate ofOrthonormalRows(Matrix q) {
        if (q.rows() < FULL_BELOW) {
            return fromIdentity(Kernels.current().multiply(q, q.transpose()));
        }
        Probes z = Probes.ofLength(q.rows());
        return new Certificate(z.timesTransposed(q).times(q).minus(z).meanNorm(), true);
    }

    /** @return ‖A·V − V·diag(λ)‖_F / ‖A‖_F, or the numerator alone where A is zero */
    public static Certificate ofEigenvectors(Matrix a, ComplexVector values, ComplexMatrix vectors) {
        int n = a.rows();
        Matrix x = new Matrix(n, n, vectors.re());
        double[] re = values.re();
        boolean small = isSmall(a);
        if (!values.isComplex()) {
            double residual = small
                    ? difference(Kernels.current().multiply(a, x), timesDiagonal(x, re))
                            .frobeniusNorm()
                    : residual(a, x, re).meanNorm();
            return relative(a, residual, !small);
        }
        Matrix y = new Matrix(n, n, vectors.isComplex() ? vectors.im() : new double[n * n]);
        double[] im = values.im();
        double real;
        double imaginary;
        if (small) {
            Kernel kernel = Kernels.current();
            real = new Matrix(n, n, difference(kernel.multiply(a, x).values(), turned(x, re, y, im, -1)))
                    .frobeniusNorm();
            imaginary = new Matrix(n, n, difference(kernel.multiply(a, y).values(), turned(y, re, x, im, 1)))
                    .frobeniusNorm();
        } else {
            Probes turned = Probes.ofLength(n).scaled(im);
            real = residual(a, x, re).plus(1, turned.times(y)).meanNorm();
            imaginary = residual(a, y, re).plus(-1, turned.times(x)).meanNorm();
        }
        return relative(a, Math.hypot(real, imaginary), !small);
    }

    /** @return A·V − V·diag(d) of the probes */
    private static Probes residual(Matrix a, Matrix v, double[] d) {
        Probes z = Probes.ofLength(v.columns());
        return z.times(v).times(a).minus(z.scaled(d).times(v));
    }

    /** @return the larger of two, estimated if either is */
    public Certificate or(Certificate other) {
        return new Certificate(Math.max(value, other.value), estimated || other.estimated);
    }

    /** @return A[p][:, q]; null stands for the order there is */
    private static Matrix permuted(Matrix a, int[] p, int[] q) {
        int n = a.columns();
        double[] values = new double[a.values().length];
        for (int i = 0; i < a.rows(); i++) {
            int from = (p == null ? i : p[i]) * n;
            if (q == null) {
                System.arraycopy(a.values(), from, values, i * n, n);
            } else {
                for (int j = 0; j < n; j++) {
                    values[i * n + j] = a.values()[from + q[j]];
                }
            }
        }
        return new Matrix(a.rows(), n, values);
    }

    /** @return whether products with this matrix are judged by probes */
    public static boolean estimates(Matrix a) {
        return !isSmall(a);
    }

    private static boolean isSmall(Matrix a) {
        return Math.min(a.rows(), a.columns()) < FULL_BELOW;
    }

    private static Certificate relative(Matrix a, double residual, boolean estimated) {
        double norm = a.frobeniusNorm();
        return new Certificate(norm == 0 ? residual : residual / norm, estimated);
    }

    private static Certificate fromIdentity(Matrix gram) {
        return new Certificate(difference(gram, Matrix.identity(gram.rows())).frobeniusNorm(), false);
    }

    private static Matrix timesDiagonal(Matrix b, double[] d) {
        int n = b.columns();
        double[] scaled = new double[b.values().length];
        for (int row = 0; row < scaled.length; row += n) {
            for (int j = 0; j < n; j++) {
                scaled[row + j] = b.values()[row + j] * d[j];
            }
        }
        return new Matrix(b.rows(), n, scaled);
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

    private static Matrix difference(Matrix a, Matrix b) {
        return new Matrix(a.rows(), a.columns(), difference(a.values(), b.values()));
    }

    private static double[] difference(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }
}
