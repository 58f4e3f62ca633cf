package org.mlmath.numerics.linear;

import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.NotSymmetricException;

/** Whether a matrix equals its transpose, up to what computing its entries in another order may have done to them. */
public final class Symmetry {
    /** In units of the last place of either entry. */
    private static final double ROUNDING = 8;

    private Symmetry() {}

    /** @return whether |aᵢⱼ − aⱼᵢ| ≤ 8·ε·max(|aᵢⱼ|, |aⱼᵢ|) throughout: entry by entry, so that a tiny entry counts as well */
    public static boolean holds(Matrix a) {
        return a.isSquare() && firstDifference(a) < 0;
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

    private static int firstDifference(Matrix a) {
        int n = a.rows();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double upper = a.get(i, j);
                double lower = a.get(j, i);
                double scale = Math.max(Math.abs(upper), Math.abs(lower));
                if (upper != lower && !(Math.abs(upper - lower) <= ROUNDING * Math.ulp(scale))) {
                    return i * n + j;
                }
            }
        }
        return -1;
    }
}
