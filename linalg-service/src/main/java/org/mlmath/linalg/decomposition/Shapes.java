package org.mlmath.linalg.decomposition;

import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Matrix;

/** What shapes a decomposition takes. */
final class Shapes {
    private Shapes() {}

    static void requireEntries(Matrix a) {
        if (a.rows() == 0 || a.columns() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s: it has no entries. Give at least one row with one number."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
    }

    static void requireSquare(Matrix a) {
        requireEntries(a);
        if (!a.isSquare()) {
            throw new DimensionMismatchException(
                            "The matrix is %s, but eigenvalues belong to square matrices. For others see singular values (svd)."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
    }
}
