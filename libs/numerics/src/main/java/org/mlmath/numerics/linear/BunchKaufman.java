package org.mlmath.numerics.linear;

import java.util.stream.IntStream;

/**
 * P·A·Pᵀ = L·D·Lᵀ of a symmetric matrix, definite or not, in plain Java.
 *
 * <p>Where a diagonal entry is too small beside its column to be divided by, a block of order 2 is taken for pivot. The search for
 * it goes on from row to row until an entry is the largest of both its row and its column (rook pivoting), which keeps the entries of
 * L below 1/(1 − α) ≈ 2.8. Source: Ashcraft, Grimes and Lewis, <i>Accurate symmetric indefinite linear equation solvers</i>, SIAM J.
 * Matrix Anal. Appl. 20 (1998); α from Bunch and Kaufman (1977).
 */
final class BunchKaufman {
    /** Makes the growth over two pivots of order 1 and one of order 2 the same. */
    private static final double ALPHA = (1 + Math.sqrt(17)) / 8;

    private final int n;
    private final double[][] a;
    private final int[] permutation;
    private final double[] l;
    private final double[] d;

    private BunchKaufman(Matrix matrix) {
        n = matrix.rows();
        a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = matrix.row(i);
        }
        permutation = IntStream.range(0, n).toArray();
        l = Matrix.identity(n).values();
        d = new double[n * n];
    }

    /** @param a symmetric, of the scale of 1 */
    static LdlFactors factor(Matrix a) {
        BunchKaufman factorisation = new BunchKaufman(a);
        int k = 0;
        while (k < factorisation.n) {
            k += factorisation.eliminate(k);
        }
        return new LdlFactors(
                factorisation.permutation,
                new Matrix(a.rows(), a.rows(), factorisation.l),
                new Matrix(a.rows(), a.rows(), factorisation.d));
    }

    /** @return the order of the pivot used */
    private int eliminate(int k) {
        int row = largest(k, k);
        double columnMax = row < 0 ? 0 : Math.abs(a[row][k]);
        if (columnMax == 0 || Math.abs(a[k][k]) >= ALPHA * columnMax) {
            eliminateOne(k);
            return 1;
        }
        int previous = k;
        while (true) {
            int next = largest(row, k);
            double rowMax = Math.abs(a[row][next]);
            if (Math.abs(a[row][row]) >= ALPHA * rowMax) {
                swap(k, row, k);
                eliminateOne(k);
                return 1;
            }
            if (next == previous || rowMax <= columnMax) {
                swap(k, previous, k);
                swap(k + 1, row, k);
                eliminateTwo(k);
                return 2;
            }
            previous = row;
            columnMax = rowMax;
            row = next;
        }
    }

    /** @return where, off the diagonal and from {@code from} on, the row is largest; −1 where there is nothing */
    private int largest(int row, int from) {
        int largest = -1;
        for (int j = from; j < n; j++) {
            if (j != row && (largest < 0 || Math.abs(a[row][j]) > Math.abs(a[row][largest]))) {
                largest = j;
            }
        }
        return largest;
    }

    private void swap(int i, int j, int done) {
        if (i == j) {
            return;
        }
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        for (double[] other : a) {
            double kept = other[i];
            other[i] = other[j];
            other[j] = kept;
        }
        for (int c = 0; c < done; c++) {
            double kept = l[i * n + c];
            l[i * n + c] = l[j * n + c];
            l[j * n + c] = kept;
        }
        int kept = permutation[i];
        permutation[i] = permutation[j];
        permutation[j] = kept;
    }

    private void eliminateOne(int k) {
        double pivot = a[k][k];
        d[k * n + k] = pivot;
        if (pivot == 0) {
            return; // and so is the whole column
        }
        for (int i = k + 1; i < n; i++) {
            double multiplier = a[i][k] / pivot;
            l[i * n + k] = multiplier;
            for (int j = k + 1; j < n; j++) {
                a[i][j] -= multiplier * a[k][j];
            }
        }
    }

    private void eliminateTwo(int k) {
        // The off-diagonal entry is the largest of the block: in its units the determinant neither overflows nor
        // vanishes.
        double off = a[k + 1][k];
        double first = a[k][k] / off;
        double second = a[k + 1][k + 1] / off;
        double determinant = first * second - 1;
        d[k * n + k] = a[k][k];
        d[(k + 1) * n + k] = off;
        d[k * n + k + 1] = off;
        d[(k + 1) * n + k + 1] = a[k + 1][k + 1];
        for (int i = k + 2; i < n; i++) {
            double left = (second * a[i][k] - a[i][k + 1]) / determinant / off;
            double right = (first * a[i][k + 1] - a[i][k]) / determinant / off;
            l[i * n + k] = left;
            l[i * n + k + 1] = right;
            for (int j = k + 2; j < n; j++) {
                a[i][j] -= left * a[k][j] + right * a[k + 1][j];
            }
        }
    }
}
