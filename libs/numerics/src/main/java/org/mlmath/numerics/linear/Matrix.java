package org.mlmath.numerics.linear;

import java.util.Arrays;

/**
 * A dense real matrix: one row-major array and its shape.
 *
 * <p>The array is shared, not copied: whoever makes a matrix gives its array away, and whoever reads {@link #values} must not
 * write to it. Entries that arrived as text ({@code "1/3"}) keep their text beside the double for exact arithmetic.
 */
public final class Matrix {
    /** Between these a sum of squares has lost nothing: no square overflowed, and what vanished was too small to count. */
    private static final double SMALL = 0x1p-800;

    private static final double LARGE = 0x1p800;

    private final int rows;
    private final int columns;
    private final double[] values;
    private final String[] texts;

    /**
     * @param rows at least 0
     * @param columns at least 0
     * @param values rows × columns entries, row by row; not copied
     */
    public Matrix(int rows, int columns, double[] values) {
        this(rows, columns, values, null);
    }

    /**
     * @param texts null, or as long as {@code values}: the entry as it was written where it was written as text, else null
     */
    public Matrix(int rows, int columns, double[] values, String[] texts) {
        if ((long) rows * columns != values.length || (texts != null && texts.length != values.length)) {
            throw new IllegalArgumentException(rows + "×" + columns + " matrix of " + values.length + " entries");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.texts = texts;
    }

    /** @return the matrix with these rows, copied */
    public static Matrix of(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " entries, not " + columns);
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    public static Matrix identity(int n) {
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * (n + 1)] = 1;
        }
        return new Matrix(n, n, values);
    }

    /** @return one column with these entries, not copied */
    public static Matrix column(double[] entries) {
        return new Matrix(entries.length, 1, entries);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** @return the entries row by row: the matrix's own array, not to be written to */
    public double[] values() {
        return values;
    }

    public double get(int row, int column) {
        return values[row * columns + column];
    }

    /** @return whether any entry was written as text */
    public boolean hasTexts() {
        return texts != null;
    }

    /** @return the entry as it was written, or null where it was a number */
    public String text(int row, int column) {
        return texts == null ? null : texts[row * columns + column];
    }

    public boolean isSquare() {
        return rows == columns;
    }

    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    public double[] columnAt(int column) {
        double[] entries = new double[rows];
        for (int i = 0; i < rows; i++) {
            entries[i] = values[i * columns + column];
        }
        return entries;
    }

    public Matrix transpose() {
        // Tiles of 32: either array is then touched a cache line at a time.
        double[] result = new double[values.length];
        for (int top = 0; top < rows; top += 32) {
            for (int left = 0; left < columns; left += 32) {
                int bottom = Math.min(top + 32, rows);
                int right = Math.min(left + 32, columns);
                for (int i = top; i < bottom; i++) {
                    for (int j = left; j < right; j++) {
                        result[j * rows + i] = values[i * columns + j];
                    }
                }
            }
        }
        return new Matrix(columns, rows, result);
    }

    /** @return the largest modulus of an entry, 0 for an empty matrix */
    public double maxAbs() {
        double even = 0;
        double odd = 0;
        int at = 0;
        for (; at < values.length - 1; at += 2) { // the two do not wait for each other
            even = Math.max(even, Math.abs(values[at]));
            odd = Math.max(odd, Math.abs(values[at + 1]));
        }
        return at < values.length ? Math.max(Math.max(even, odd), Math.abs(values[at])) : Math.max(even, odd);
    }

    /** @return of each column the largest modulus of an entry */
    public double[] columnsMaxAbs() {
        double[] max = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                max[j] = Math.max(max[j], Math.abs(values[i * columns + j]));
            }
        }
        return max;
    }

    /** @return the largest sum of moduli in a column, which may overflow */
    public double oneNorm() {
        double[] sums = new double[columns];
        double[] row = new double[columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * columns, row, 0, columns);
            for (int j = 0; j < columns; j++) { // the same place in both: compiled to vector instructions
                sums[j] += Math.abs(row[j]);
            }
        }
        double max = 0;
        for (double sum : sums) {
            max = Math.max(max, sum);
        }
        return max;
    }

    /** @return the largest sum of moduli in a row, which may overflow */
    public double infinityNorm() {
        double max = 0;
        for (int row = 0; row < values.length; row += columns) {
            max = Math.max(max, sumOfModuli(row, row + columns));
        }
        return max;
    }

    private double sumOfModuli(int from, int end) {
        double sum = 0;
        int at = from;
        if (end - from >= 64) { // four sums that do not wait for each other
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (; at + 4 <= end; at += 4) {
                sum += Math.abs(values[at]);
                second += Math.abs(values[at + 1]);
                third += Math.abs(values[at + 2]);
                fourth += Math.abs(values[at + 3]);
            }
            sum = sum + second + (third + fourth);
        }
        for (; at < end; at++) {
            sum += Math.abs(values[at]);
        }
        return sum;
    }

    /** @return √Σaᵢⱼ², computed at the scale of the entries so that no square overflows or vanishes */
    public double frobeniusNorm() {
        double squares = sumOfSquares();
        if (squares > SMALL && squares < LARGE) {
            return Math.sqrt(squares);
        }
        double max = maxAbs();
        if (max == 0 || Double.isInfinite(max)) {
            return max;
        }
        int exponent = Math.getExponent(max);
        double sum = 0;
        for (double value : values) {
            double scaled = Math.scalb(value, -exponent);
            sum += scaled * scaled;
        }
        return Math.scalb(Math.sqrt(sum), exponent);
    }

    private double sumOfSquares() {
        double sum = 0;
        int at = values.length & ~3;
        if (values.length >= 64) { // four sums that do not wait for each other
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (int i = 0; i < at; i += 4) {
                sum += values[i] * values[i];
                second += values[i + 1] * values[i + 1];
                third += values[i + 2] * values[i + 2];
                fourth += values[i + 3] * values[i + 3];
            }
            sum = sum + second + (third + fourth);
        } else {
            at = 0;
        }
        for (; at < values.length; at++) {
            sum += values[at] * values[at];
        }
        return sum;
    }

    /** @return {@code "3×4"} */
    public String shape() {
        return rows + "×" + columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && rows == m.rows && columns == m.columns && Arrays.equals(values, m.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return shape() + " " + (values.length <= 64 ? Arrays.toString(values) : "matrix");
    }
}
