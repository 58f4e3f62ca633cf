package org.mlmath.linalg.matrix;

import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Matrix;

/** The shapes that operations take. */
public final class Operands {
    /** The longest array that the virtual machine has. */
    private static final long MOST_ENTRIES = Integer.MAX_VALUE - 8;

    private Operands() {}

    public static void requireEntries(Matrix a, String pointer) {
        if (a.rows() == 0 || a.columns() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s: it has no entries. Give at least one row with one number."
                                    .formatted(a.shape()))
                    .at(pointer);
        }
    }

    /** @param what needs a square matrix, and begins the sentence: {@code "The determinant is"} */
    public static void requireSquare(Matrix a, String what) {
        requireEntries(a, "/matrix");
        if (!a.isSquare()) {
            throw new DimensionMismatchException(
                            "The matrix is %s. %s defined for square matrices only.".formatted(a.shape(), what))
                    .at("/matrix");
        }
    }

    public static void requireSameShape(Matrix a, Matrix b) {
        requireEntries(a, "/a");
        requireEntries(b, "/b");
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new DimensionMismatchException("a is %s and b is %s; entry by entry they must have the same shape."
                            .formatted(a.shape(), b.shape()))
                    .at("/b");
        }
    }

    /** @throws LimitExceededException if so many entries do not fit one array */
    public static void requireRoom(long rows, long columns) {
        if (rows > MOST_ENTRIES / Math.max(1, columns)) {
            throw new LimitExceededException(
                            "The result would be %d×%d, more than %d entries.".formatted(rows, columns, MOST_ENTRIES))
                    .with("limit", MOST_ENTRIES);
        }
    }
}
