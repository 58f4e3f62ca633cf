package org.mlmath.linalg.decomposition;

import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Matrix;

/** What a decomposition takes, and what it may give. */
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
        requireSquare(a, "eigenvalues belong to square matrices. For others see singular values (svd)");
    }

    /** @param what needs a square matrix, and what to use for others */
    static void requireSquare(Matrix a, String what) {
        requireEntries(a);
        if (!a.isSquare()) {
            throw new DimensionMismatchException("The matrix is %s, but %s.".formatted(a.shape(), what)).at("/matrix");
        }
    }

    /** Overflow is no value: the factors of a matrix of the largest doubles may be larger than any double. */
    static void requireFinite(String what, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new DomainException(what
                        + " of the matrix are larger than the largest double, about 1.8e308. Scale the matrix down.");
            }
        }
    }
}
