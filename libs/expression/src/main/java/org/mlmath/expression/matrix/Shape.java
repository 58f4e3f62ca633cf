package org.mlmath.expression.matrix;

/** Rows and columns; a vector is a column, a scalar 1×1. */
public record Shape(int rows, int columns) {
    public static final Shape SCALAR = new Shape(1, 1);

    public boolean isScalar() {
        return rows == 1 && columns == 1;
    }

    public boolean isSquare() {
        return rows == columns;
    }

    public boolean isColumn() {
        return columns == 1;
    }

    Shape transposed() {
        return new Shape(columns, rows);
    }

    @Override
    public String toString() {
        return isScalar() ? "scalar" : rows + "×" + columns;
    }
}
