package org.mlmath.numerics.exact;

import java.util.Arrays;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;

/** A matrix of rational numbers, row-major; immutable. */
public final class RationalMatrix {
    private final int rows;
    private final int columns;
    private final Rational[] entries;

    RationalMatrix(int rows, int columns, Rational[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /**
     * @return the numbers as they were written: text as it stands, doubles as their shortest decimals
     * @throws org.mlmath.numerics.InvalidParameterException if a text is not a number, at its entry
     */
    public static RationalMatrix of(Matrix a) {
        Rational[] entries = new Rational[a.rows() * a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                String text = a.text(i, j);
                try {
                    entries[i * a.columns() + j] = text == null ? Rational.of(a.get(i, j)) : Rational.parse(text);
                } catch (MathException e) {
                    throw e.at("/" + i + "/" + j);
                }
            }
        }
        return new RationalMatrix(a.rows(), a.columns(), entries);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public Rational get(int row, int column) {
        return entries[row * columns + column];
    }

    /** @return these columns and, to the right of them, the other's */
    public RationalMatrix beside(RationalMatrix right) {
        int width = columns + right.columns;
        Rational[] joined = new Rational[rows * width];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(entries, i * columns, joined, i * width, columns);
            System.arraycopy(right.entries, i * right.columns, joined, i * width + columns, right.columns);
        }
        return new RationalMatrix(rows, width, joined);
    }

    /** @return the upper left block */
    public RationalMatrix leading(int height, int width) {
        Rational[] block = new Rational[height * width];
        for (int i = 0; i < height; i++) {
            System.arraycopy(entries, i * columns, block, i * width, width);
        }
        return new RationalMatrix(height, width, block);
    }

    /** @return these rows, in this order */
    public RationalMatrix rowsAt(int... indices) {
        Rational[] chosen = new Rational[indices.length * columns];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(entries, indices[i] * columns, chosen, i * columns, columns);
        }
        return new RationalMatrix(indices.length, columns, chosen);
    }

    public RationalMatrix multiply(RationalMatrix right) {
        Rational[] product = new Rational[rows * right.columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < right.columns; j++) {
                Rational sum = Rational.ZERO;
                for (int k = 0; k < columns; k++) {
                    if (get(i, k).signum() != 0 && right.get(k, j).signum() != 0) {
                        sum = sum.add(get(i, k).multiply(right.get(k, j)));
                    }
                }
                product[i * right.columns + j] = sum;
            }
        }
        return new RationalMatrix(rows, right.columns, product);
    }

    /** @return the sum with a matrix of the same shape */
    public RationalMatrix plus(RationalMatrix other) {
        Rational[] sum = new Rational[entries.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = entries[i].add(other.entries[i]);
        }
        return new RationalMatrix(rows, columns, sum);
    }

    public RationalMatrix times(Rational factor) {
        Rational[] product = new Rational[entries.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = entries[i].multiply(factor);
        }
        return new RationalMatrix(rows, columns, product);
    }

    public RationalMatrix transpose() {
        Rational[] result = new Rational[entries.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j * rows + i] = get(i, j);
            }
        }
        return new RationalMatrix(columns, rows, result);
    }

    public boolean isZero() {
        for (Rational entry : entries) {
            if (entry.signum() != 0) {
                return false;
            }
        }
        return true;
    }

    /** @return the nearest doubles */
    public Matrix toMatrix() {
        double[] values = new double[entries.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = entries[i].doubleValue();
        }
        return new Matrix(rows, columns, values);
    }

    /** @return the entries as text, row by row */
    public String[][] toText() {
        String[][] text = new String[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                text[i][j] = get(i, j).toString();
            }
        }
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RationalMatrix m
                && rows == m.rows
                && columns == m.columns
                && Arrays.equals(entries, m.entries);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(toText());
    }
}
