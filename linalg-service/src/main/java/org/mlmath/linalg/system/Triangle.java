package org.mlmath.linalg.system;

import org.mlmath.numerics.linear.Matrix;

/** Back substitution. */
final class Triangle {
    private Triangle() {}

    /** @return X with R·X = C, of the leading k×k triangle of R and the first k rows of C */
    static Matrix solveUpper(Matrix r, Matrix c, int k) {
        int columns = c.columns();
        double[] x = new double[k * columns];
        for (int i = k - 1; i >= 0; i--) {
            for (int column = 0; column < columns; column++) {
                double sum = c.get(i, column);
                for (int j = i + 1; j < k; j++) {
                    sum -= r.get(i, j) * x[j * columns + column];
                }
                x[i * columns + column] = sum / r.get(i, i);
            }
        }
        return new Matrix(k, columns, x);
    }
}
