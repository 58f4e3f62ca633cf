package org.mlmath.numerics.linear;

import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.NotSymmetricException;

/**
 * Whether a matrix equals its transpose, up to what computing its entries in another order may have done to them: |aᵢⱼ − aⱼᵢ| at most
 * n·ε times the largest modulus in row and column i, and in row and column j. (Relative to the largest of the whole matrix, small
 * rows that are not symmetric at all would pass beside a large one.)
 */
public final class Symmetry {
    /** Rows and columns compared at a time: of both blocks each line of the cache is fetched once. */
    private static final int BLOCK = 32;

    private Symmetry() {}

    public static boolean holds(Matrix a) {
        return a.isSquare() && (isExact(a) || firstDifference(a) < 0);
    }

    /**
     * @return (A + Aᵀ)/2, which is A itself where they are equal
     * @throws NotSymmetricException naming the first pair of entries that differ
     */
    public static Matrix require(Matrix a) {
        if (!a.isSquare()) {
            throw new DimensionMismatchException("The matrix is %s; a symmetric one is square.".formatted(a.shape()));
        }
        int n = a.rows();
        if (isExact(a)) {
            return new Matrix(n, n, a.values());
        }
        int at = firstDifference(a);
        if (at >= 0) {
            int i = at / n;
            int j = at % n;
            throw new NotSymmetricException("The matrix is not symmetric: the entry [%d][%d] is %s, but [%d][%d] is %s."
                            .formatted(i, j, a.get(i, j), j, i, a.get(j, i)))
                    .with("row", i)
                    .with("column", j);
        }
        double[] mean = a.values().clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double value = mean[i * n + j] / 2 + mean[j * n + i] / 2;
                if (mean[i * n + j] != mean[j * n + i]) {
                    mean[i * n + j] = value;
                    mean[j * n + i] = value;
                }
            }
        }
        return new Matrix(n, n, mean);
    }

    /** @return whether a square matrix is its own transpose to the last bit */
    public static boolean isExact(Matrix a) {
        int n = a.rows();
        double[] values = a.values();
        for (int top = 0; top < n; top += BLOCK) {
            int bottom = Math.min(top + BLOCK, n);
            for (int left = 0; left <= top; left += BLOCK) {
                for (int i = top; i < bottom; i++) {
                    int right = Math.min(left + BLOCK, i);
                    for (int j = left; j < right; j++) {
                        if (values[i * n + j] != values[j * n + i]) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static int firstDifference(Matrix a) {
        int n = a.rows();
        double[] sizes = null;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double upper = a.get(i, j);
                double lower = a.get(j, i);
                if (upper != lower) {
                    sizes = sizes == null ? sizes(a) : sizes;
                    if (!(Math.abs(upper - lower) <= n * Math.ulp(1.0) * Math.min(sizes[i], sizes[j]))) {
                        return i * n + j;
                    }
                }
            }
        }
        return -1;
    }

    /** @return for each i the largest modulus in row i and column i */
    private static double[] sizes(Matrix a) {
        int n = a.rows();
        double[] sizes = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double modulus = Math.abs(a.get(i, j));
                sizes[i] = Math.max(sizes[i], modulus);
                sizes[j] = Math.max(sizes[j], modulus);
            }
        }
        return sizes;
    }
}
