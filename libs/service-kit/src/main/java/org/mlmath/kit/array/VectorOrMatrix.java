package org.mlmath.kit.array;

import org.mlmath.numerics.linear.Matrix;

/**
 * An array given, or answered, as a vector {@code [1, 2]} or as a matrix {@code [[1, 2], [3, 4]]}.
 *
 * @param matrix the matrix, or the vector as one column
 * @param vector whether it is a vector
 */
public record VectorOrMatrix(Matrix matrix, boolean vector) {
    public static VectorOrMatrix vector(double[] entries) {
        return new VectorOrMatrix(Matrix.column(entries), true);
    }

    public static VectorOrMatrix matrix(Matrix matrix) {
        return new VectorOrMatrix(matrix, false);
    }
}
