package org.mlmath.numerics.optimization.program;

import org.mlmath.numerics.linear.Matrix;

/**
 * Where a point may be: A·x ≤ b, E·x = f, l ≤ x ≤ u.
 *
 * @param inequalities A, m×n; 0×n where there are none
 * @param limits b
 * @param equations E, k×n; 0×n where there are none
 * @param values f
 * @param lower l, −∞ where there is no bound
 * @param upper u, ∞ where there is no bound
 */
public record Constraints(
        Matrix inequalities, double[] limits, Matrix equations, double[] values, double[] lower, double[] upper) {

    public int variables() {
        return lower.length;
    }

    /** @return the number of rows, inequalities before equations */
    int rows() {
        return limits.length + values.length;
    }

    double entry(int row, int column) {
        return row < limits.length ? inequalities.get(row, column) : equations.get(row - limits.length, column);
    }

    double right(int row) {
        return row < limits.length ? limits[row] : values[row - limits.length];
    }

    boolean isEquation(int row) {
        return row >= limits.length;
    }

    /** @return A over E */
    Matrix matrix() {
        int n = variables();
        double[] entries = new double[rows() * n];
        System.arraycopy(inequalities.values(), 0, entries, 0, limits.length * n);
        System.arraycopy(equations.values(), 0, entries, limits.length * n, values.length * n);
        return new Matrix(rows(), n, entries);
    }

    double[] right() {
        double[] right = new double[rows()];
        System.arraycopy(limits, 0, right, 0, limits.length);
        System.arraycopy(values, 0, right, limits.length, values.length);
        return right;
    }
}
