package org.mlmath.numerics.linear;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;

/**
 * Between a row-major array and the columns that LAPACK works on. A few columns at a time, through an array small enough to stay in
 * the cache: of the large ones, each line of memory is then touched once.
 */
final class Columns {
    /** Doubles in a cache line. */
    private static final int WIDTH = 8;

    private Columns() {}

    /** Lays A down column by column. */
    static void put(Matrix a, MemorySegment columns) {
        int m = a.rows();
        int n = a.columns();
        double[] values = a.values();
        double[] some = new double[Math.min(WIDTH, n) * m];
        for (int left = 0; left < n; left += WIDTH) {
            int width = Math.min(WIDTH, n - left);
            for (int i = 0; i < m; i++) {
                int from = i * n + left;
                if (width == WIDTH) { // written out: a loop of eight is mostly its own overhead
                    some[i] = values[from];
                    some[m + i] = values[from + 1];
                    some[2 * m + i] = values[from + 2];
                    some[3 * m + i] = values[from + 3];
                    some[4 * m + i] = values[from + 4];
                    some[5 * m + i] = values[from + 5];
                    some[6 * m + i] = values[from + 6];
                    some[7 * m + i] = values[from + 7];
                } else {
                    for (int j = 0; j < width; j++) {
                        some[j * m + i] = values[from + j];
                    }
                }
            }
            MemorySegment.copy(some, 0, columns, JAVA_DOUBLE, 8L * left * m, width * m);
        }
    }

    /** @return the matrix of the first n columns of m entries each */
    static Matrix take(MemorySegment columns, int m, int n) {
        return take(columns, m, n, m, Part.ALL);
    }

    /** @return their part on and above the diagonal, zero below, of its first rows */
    static Matrix takeUpper(MemorySegment columns, int m, int n, int rows) {
        return take(columns, m, n, rows, Part.UPPER);
    }

    /** @return their part below the diagonal, zero above, with a diagonal of ones */
    static Matrix takeUnitLower(MemorySegment columns, int m, int n) {
        return take(columns, m, n, m, Part.UNIT_LOWER);
    }

    /** @return the part that a Hessenberg matrix has: on and above the first subdiagonal, zero below */
    static Matrix takeHessenberg(MemorySegment columns, int n) {
        return take(columns, n, n, n, Part.HESSENBERG);
    }

    private enum Part {
        ALL,
        UPPER,
        UNIT_LOWER,
        HESSENBERG
    }

    private static Matrix take(MemorySegment columns, int m, int n, int rows, Part part) {
        double[] values = new double[rows * n];
        double[] some = new double[Math.min(WIDTH, n) * m];
        for (int left = 0; left < n; left += WIDTH) {
            int width = Math.min(WIDTH, n - left);
            MemorySegment.copy(columns, JAVA_DOUBLE, 8L * left * m, some, 0, width * m);
            int top = part == Part.UNIT_LOWER ? Math.min(left, rows) : 0;
            int bottom =
                    switch (part) {
                        case ALL, UNIT_LOWER -> rows;
                        case UPPER -> Math.min(rows, left + width);
                        case HESSENBERG -> Math.min(rows, left + width + 1);
                    };
            for (int i = top; i < bottom; i++) {
                int to = i * n + left;
                if (width == WIDTH) {
                    values[to] = some[i];
                    values[to + 1] = some[m + i];
                    values[to + 2] = some[2 * m + i];
                    values[to + 3] = some[3 * m + i];
                    values[to + 4] = some[4 * m + i];
                    values[to + 5] = some[5 * m + i];
                    values[to + 6] = some[6 * m + i];
                    values[to + 7] = some[7 * m + i];
                } else {
                    for (int j = 0; j < width; j++) {
                        values[to + j] = some[j * m + i];
                    }
                }
            }
            if (part != Part.ALL) {
                trim(values, n, rows, left, width, part);
            }
        }
        return new Matrix(rows, n, values);
    }

    /** Corrects the rows at the diagonal, of which only a part belongs to the triangle. */
    private static void trim(double[] values, int n, int rows, int left, int width, Part part) {
        for (int j = left; j < left + width; j++) {
            if (part == Part.UNIT_LOWER) {
                for (int i = left; i < Math.min(j, rows); i++) {
                    values[i * n + j] = 0;
                }
                if (j < rows) {
                    values[j * n + j] = 1;
                }
            } else {
                int last = part == Part.UPPER ? j : j + 1;
                for (int i = last + 1; i < Math.min(rows, left + width + 1); i++) {
                    values[i * n + j] = 0;
                }
            }
        }
    }
}
