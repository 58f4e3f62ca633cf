package org.mlmath.numerics.linear;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Between a row-major array and the columns that LAPACK works on. OpenBLAS transposes, in tiles that stay in the cache; of a triangle
 * only the tiles it has a part in.
 */
final class Columns {
    /** Rows of a tile: several lines of the cache from each column. */
    private static final int HEIGHT = 32;

    /** Columns of a tile at most: the garbage collector waits for a tile, which takes some ten microseconds. */
    private static final int WIDTH = 2048;

    private Columns() {}

    /** Lays A down column by column. */
    static void put(Matrix a, MemorySegment columns) {
        int m = a.rows();
        int n = a.columns();
        MemorySegment rows = MemorySegment.ofArray(a.values());
        for (int top = 0; top < m; top += HEIGHT) {
            int height = Math.min(HEIGHT, m - top);
            for (int left = 0; left < n; left += WIDTH) {
                int width = Math.min(WIDTH, n - left);
                Lapack.transpose(height, width, at(rows, n, top, left), n, at(columns, m, left, top), m);
            }
        }
    }

    private static MemorySegment at(MemorySegment array, int length, int line, int place) {
        return array.asSlice(8 * ((long) line * length + place));
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
        Matrix lower = take(columns, m, n, m, Part.LOWER);
        for (int i = 0; i < Math.min(m, n); i++) {
            lower.values()[i * (n + 1)] = 1;
        }
        return lower;
    }

    /** @return the part that a Hessenberg matrix has: on and above the first subdiagonal, zero below */
    static Matrix takeHessenberg(MemorySegment columns, int n) {
        return take(columns, n, n, n, Part.HESSENBERG);
    }

    private enum Part {
        ALL,
        UPPER,
        LOWER,
        HESSENBERG;

        /** @return the first column of row i that belongs to it */
        int first(int i) {
            return switch (this) {
                case ALL, LOWER -> 0;
                case UPPER -> i;
                case HESSENBERG -> Math.max(i - 1, 0);
            };
        }

        /** @return the column of row i, of n, behind the last that belongs to it */
        int end(int i, int n) {
            return this == LOWER ? Math.min(i + 1, n) : n;
        }
    }

    private static Matrix take(MemorySegment columns, int m, int n, int rows, Part part) {
        double[] values = new double[rows * n];
        MemorySegment result = MemorySegment.ofArray(values);
        for (int top = 0; top < rows; top += HEIGHT) {
            int bottom = Math.min(top + HEIGHT, rows);
            int right = part.end(bottom - 1, n);
            for (int left = part.first(top); left < right; left += WIDTH) {
                int width = Math.min(WIDTH, right - left);
                Lapack.transpose(width, bottom - top, at(columns, m, left, top), m, at(result, n, top, left), n);
            }
            if (part != Part.ALL) { // the diagonal runs through the last tile, or the first
                for (int i = top; i < bottom; i++) {
                    Arrays.fill(values, i * n + Math.min(part.first(top), n), i * n + Math.min(part.first(i), n), 0);
                    Arrays.fill(values, i * n + part.end(i, n), i * n + right, 0);
                }
            }
        }
        return new Matrix(rows, n, values);
    }
}
