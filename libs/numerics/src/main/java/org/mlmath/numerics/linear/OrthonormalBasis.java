package org.mlmath.numerics.linear;

import java.util.Arrays;

/**
 * The one among all orthonormal bases of a space that depends on the space alone.
 *
 * <p>A decomposition that finds a space, such as that of a singular value which occurs several times, gives any orthonormal basis
 * of it: which one is up to the library and to rounding. The convention: take the unit vector eᵢ that lies closest to the space (the
 * first of those within 1e-8) and project it on the space, to length 1; do so again with what is orthogonal to it, and so on. Of
 * basis vectors in that order, each has a zero wherever an earlier one was the projection. In exact arithmetic this is Q of the
 * pivoted factorisation Vᵀ[:, p] = Q·R, for columns V of any basis; the basis is V·Q.
 *
 * <p>Backward stable like the factorisation, about 4·n·k² operations for k vectors of n entries. Source of the pivoting: Businger and
 * Golub, <i>Linear least squares solutions by Householder transformations</i>, Numer. Math. 7 (1965).
 */
public final class OrthonormalBasis {
    /** Relative; distances that differ by less are those of equal vectors, rounded. */
    private static final double TIE = 1e-8;

    private OrthonormalBasis() {}

    /**
     * @param columns n×k, orthonormal
     * @return the k×k orthogonal Q for which columns·Q is the basis; vectors paired with the columns are turned by it too
     */
    public static Matrix rotation(Matrix columns) {
        return columns.isSquare() ? columns.transpose() : pivoted(columns).q();
    }

    /**
     * @param columns n×k, orthonormal
     * @return the basis of the same space that depends on the space alone
     */
    public static Matrix of(Matrix columns) {
        int n = columns.rows();
        int k = columns.columns();
        if (n == k) {
            return Matrix.identity(n);
        }
        if (k == 0) {
            return columns;
        }
        // V·Q is the transpose of R, columns put back: with its zeros exact.
        QrFactors qr = pivoted(columns);
        double[] basis = new double[n * k];
        for (int c = 0; c < n; c++) {
            int i = qr.permutation()[c];
            for (int j = 0; j <= Math.min(c, k - 1); j++) {
                basis[i * k + j] = qr.r().get(j, c) / weight(i, n);
            }
        }
        return new Matrix(n, k, basis);
    }

    private static QrFactors pivoted(Matrix columns) {
        int n = columns.rows();
        double[] weighted = columns.transpose().values();
        for (int at = 0; at < weighted.length; at++) {
            weighted[at] *= weight(at % n, n);
        }
        QrFactors qr = Kernels.current().qr(new Matrix(columns.columns(), n, weighted), false, true);
        Signs.fixDiagonal(qr.q(), qr.r());
        return qr;
    }

    /** Later vectors are made shorter by less than a tie: the first of equal ones is taken, and Q does not depend on lengths. */
    private static double weight(int i, int n) {
        return 1 - TIE * i / n;
    }

    /**
     * @param columns n×r, orthonormal
     * @param count how many vectors of the complement's basis are wanted, at most n − r; about 4·n·r·count operations
     * @return n×count, the first vectors of the basis of what is orthogonal to all columns
     */
    public static Matrix complement(Matrix columns, int count) {
        int n = columns.rows();
        int r = columns.columns();
        double[][] found = new double[r + count][];
        double[] rest = new double[n]; // squares of the distances of the unit vectors from what is found
        Arrays.fill(rest, 1);
        for (int j = 0; j < r; j++) {
            found[j] = columns.columnAt(j);
            subtractSquares(rest, found[j]);
        }
        for (int j = r; j < r + count; j++) {
            double[] vector = new double[n];
            vector[nearest(rest)] = 1;
            for (int pass = 0; pass < 3; pass++) { // "twice is enough", and one for the length
                for (int l = 0; l < j; l++) {
                    orthogonalise(vector, found[l]);
                }
                normalise(vector);
            }
            found[j] = vector;
            subtractSquares(rest, vector);
        }
        double[] complement = new double[n * count];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < count; j++) {
                complement[i * count + j] = found[r + j][i];
            }
        }
        return new Matrix(n, count, complement);
    }

    private static int nearest(double[] rest) {
        double most = Arrays.stream(rest).max().orElseThrow();
        int first = 0;
        while (rest[first] < most * (1 - TIE)) {
            first++;
        }
        return first;
    }

    private static void subtractSquares(double[] rest, double[] vector) {
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= vector[i] * vector[i];
        }
    }

    private static void orthogonalise(double[] vector, double[] unit) {
        double share = 0;
        for (int i = 0; i < vector.length; i++) {
            share += vector[i] * unit[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= share * unit[i];
        }
    }

    private static void normalise(double[] vector) {
        double norm = Matrix.column(vector).frobeniusNorm();
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
    }
}
