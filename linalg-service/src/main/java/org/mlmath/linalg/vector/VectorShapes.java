package org.mlmath.linalg.vector;

import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Matrix;

/** What shapes operations on vectors take, and what becomes of values beyond the range of doubles. */
final class VectorShapes {
    private VectorShapes() {}

    static void requireEntries(double[] vector, String pointer) {
        if (vector.length == 0) {
            throw new DimensionMismatchException("The vector has no entries. Give at least one number.").at(pointer);
        }
    }

    static void requireEntries(Matrix vectors, String pointer) {
        if (vectors.rows() == 0 || vectors.columns() == 0) {
            throw new DimensionMismatchException("There is no vector, or none with entries. Give at least one number.")
                    .at(pointer);
        }
    }

    static void requireSameLength(double[] a, double[] b) {
        requireEntries(a, "/a");
        if (a.length != b.length) {
            throw new DimensionMismatchException("a has %d entries and b has %d; they must have the same number."
                            .formatted(a.length, b.length))
                    .at("/b");
        }
    }

    /** @param what begins the sentence: {@code "The norm of the vector"} */
    static double requireFinite(double value, String what, String pointer) {
        if (!Double.isFinite(value)) {
            throw new DomainException(what + " is beyond the largest double, about 1.8e308.").at(pointer);
        }
        return value;
    }

    static void requireFinite(double[] values, String what, String pointer) {
        for (double value : values) {
            requireFinite(value, what, pointer);
        }
    }
}
