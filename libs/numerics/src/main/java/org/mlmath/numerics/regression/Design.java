package org.mlmath.numerics.regression;

import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Matrix;

/**
 * What a target is regressed on: a column for each coefficient, the intercept's ones first.
 *
 * <p>Powers are kept in twice the working precision. Rounded to doubles they would be other columns than the data's, and a
 * polynomial of degree 10 makes ten lost digits of that.
 */
public final class Design {
    /** Multiplications in twice the precision, of which a hundred million take about a second. */
    private static final double AFFORDABLE = 6e6;

    /** Beside rounded data, a rest of this size is what rounding made of a column that depends on others. */
    private static final double ROUNDED = 0x1p-43;

    /** Beside powers in twice the precision. */
    private static final double EXACT = 0x1p-92;

    private final DoubledVector[] columns;
    private final int rows;
    private final boolean intercept;
    private final boolean precise;
    private final double tolerance;

    private Design(DoubledVector[] columns, int rows, boolean intercept, boolean precise, double tolerance) {
        this.columns = columns;
        this.rows = rows;
        this.intercept = intercept;
        this.precise = precise;
        this.tolerance = tolerance;
    }

    /** The columns of a matrix. */
    public static Design of(Matrix features, boolean intercept) {
        return of(
                IntStream.range(0, features.columns())
                        .mapToObj(features::columnAt)
                        .toList(),
                features.rows(),
                intercept);
    }

    /**
     * @param features columns of as many entries as there are rows
     * @param intercept whether a column of ones stands before them
     */
    public static Design of(List<double[]> features, int rows, boolean intercept) {
        boolean precise = affordable(rows, features.size() + 1);
        int offset = intercept ? 1 : 0;
        DoubledVector[] columns = new DoubledVector[features.size() + offset];
        for (int j = 0; j < features.size(); j++) {
            columns[j + offset] = DoubledVector.of(features.get(j), precise);
        }
        if (intercept) {
            columns[0] = ones(rows, precise);
        }
        // Long columns in working precision gather rounding errors of their own.
        double tolerance = precise ? ROUNDED : Math.max(ROUNDED, 8 * Math.sqrt(rows) * Math.ulp(1.0));
        return new Design(columns, rows, intercept, precise, tolerance);
    }

    /** The powers x, x², …, x^degree. */
    public static Design polynomial(double[] x, int degree, boolean intercept) {
        boolean precise = affordable(x.length, degree + 1);
        int offset = intercept ? 1 : 0;
        DoubledVector[] columns = new DoubledVector[degree + offset];
        DoubledVector power = ones(x.length, precise);
        if (intercept) {
            columns[0] = power;
        }
        DoubledVector base = DoubledVector.of(x, precise);
        for (int j = 0; j < degree; j++) {
            power = power.scaled(base, 0, 0);
            columns[j + offset] = power;
        }
        return new Design(columns, x.length, intercept, precise, precise ? EXACT : ROUNDED);
    }

    private static boolean affordable(int rows, int columns) {
        return (double) rows * columns * columns <= AFFORDABLE;
    }

    private static DoubledVector ones(int length, boolean precise) {
        DoubledVector ones = DoubledVector.zeros(length, precise);
        for (int i = 0; i < length; i++) {
            ones.set(i, Doubled.of(1));
        }
        return ones;
    }

    public int rows() {
        return rows;
    }

    /** The number of coefficients, the intercept's among them. */
    public int columns() {
        return columns.length;
    }

    /** Whether the first column is the intercept's. */
    public boolean intercept() {
        return intercept;
    }

    /** A column rounded to doubles. */
    public double[] column(int j) {
        return columns[j].values();
    }

    /** All columns rounded to doubles, side by side. */
    public Matrix matrix() {
        double[] values = new double[rows * columns.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns.length; j++) {
                values[i * columns.length + j] = columns[j].get(i).value();
            }
        }
        return new Matrix(rows, columns.length, values);
    }

    /** The same design without one of its columns. */
    public Design without(int column) {
        DoubledVector[] others = new DoubledVector[columns.length - 1];
        for (int j = 0, to = 0; j < columns.length; j++) {
            if (j != column) {
                others[to++] = columns[j];
            }
        }
        return new Design(others, rows, intercept && column != 0, precise, tolerance);
    }

    boolean precise() {
        return precise;
    }

    /** What is left of a column beside those before it counts as nothing up to this part of it. */
    double tolerance() {
        return tolerance;
    }

    DoubledVector doubled(int j) {
        return columns[j];
    }

    Doubled entry(int i, int j) {
        return columns[j].get(i);
    }
}
