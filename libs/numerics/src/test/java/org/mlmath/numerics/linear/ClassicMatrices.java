package org.mlmath.numerics.linear;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Matrices that have caught out one library or another. */
final class ClassicMatrices {
    private ClassicMatrices() {}

    interface Entry {
        double at(int i, int j);
    }

    static Matrix generate(int rows, int columns, Entry entry) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = entry.at(i, j);
            }
        }
        return new Matrix(rows, columns, values);
    }

    static Matrix random(int rows, int columns, double scale, long seed) {
        Random random = new Random(seed);
        return generate(rows, columns, (i, j) -> scale * random.nextGaussian());
    }

    static Matrix diagonal(int n, IntToDoubleFunction entry) {
        return generate(n, n, (i, j) -> i == j ? entry.applyAsDouble(i) : 0);
    }

    static Matrix hilbert(int n) {
        return generate(n, n, (i, j) -> 1.0 / (i + j + 1));
    }

    static Matrix frank(int n) {
        return generate(n, n, (i, j) -> j < i - 1 ? 0 : n - Math.max(i, j));
    }

    static Matrix wilkinson(int n) {
        return generate(n, n, (i, j) -> i == j ? Math.abs(i - n / 2) : Math.abs(i - j) == 1 ? 1 : 0);
    }

    static Matrix rosser() {
        return Matrix.of(
                new double[] {611, 196, -192, 407, -8, -52, -49, 29},
                new double[] {196, 899, 113, -192, -71, -43, -8, -44},
                new double[] {-192, 113, 899, 196, 61, 49, 8, 52},
                new double[] {407, -192, 196, 611, 8, 44, 59, -23},
                new double[] {-8, -71, 61, 8, 411, -599, 208, 208},
                new double[] {-52, -43, 49, 44, -599, 411, 208, 208},
                new double[] {-49, -8, 8, 59, 208, 208, 99, -911},
                new double[] {29, -44, 52, -23, 208, 208, -911, 99});
    }

    static Matrix jordan(int n, double value) {
        return generate(n, n, (i, j) -> i == j ? value : j == i + 1 ? 1 : 0);
    }

    /** @return square matrices by name */
    static Map<String, Matrix> square() {
        Map<String, Matrix> all = new LinkedHashMap<>();
        all.put("1x1", Matrix.of(new double[] {-3}));
        all.put("1x1 zero", Matrix.of(new double[] {0}));
        all.put("zero 3x3", new Matrix(3, 3, new double[9]));
        all.put("identity", Matrix.identity(4));
        all.put("hilbert 10", hilbert(10));
        all.put("frank 12", frank(12));
        all.put("rosser", rosser());
        all.put("wilkinson 21", wilkinson(21));
        all.put("jordan 3", jordan(3, 2));
        all.put("nilpotent", jordan(4, 0));
        all.put("rotation", Matrix.of(new double[] {0, -1}, new double[] {1, 0}));
        all.put("rotation in a zero", Matrix.of(new double[] {0, 0, 0}, new double[] {1, 0, -1}, new double[] {0, 1, 0
        }));
        all.put("permutation", Matrix.of(new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0}));
        all.put("rank one", generate(5, 5, (i, j) -> (i + 1.0) * (j - 2.0)));
        all.put("clustered", diagonal(6, i -> 1 + i * 1e-15));
        all.put("graded", diagonal(5, i -> Math.pow(10, -4 * i)));
        all.put("random 40", random(40, 40, 1, 40));
        all.put("random 130, too long to be critical", random(130, 130, 1, 130));
        for (double scale : new double[] {1e-300, 1e-150, 1e-12, 1e150, 1e300}) {
            all.put("random at " + scale, random(4, 4, scale, 7));
            all.put("identity times " + scale, diagonal(3, i -> scale));
        }
        return all;
    }

    /** @return matrices of other shapes by name */
    static Map<String, Matrix> rectangular() {
        Map<String, Matrix> all = new LinkedHashMap<>();
        all.put("row", Matrix.of(new double[] {3, 0, -4}));
        all.put("column", Matrix.column(new double[] {3, 0, -4}));
        all.put("wide", random(2, 5, 1, 1));
        all.put("tall", random(7, 3, 1, 2));
        all.put("tall zero", new Matrix(4, 2, new double[8]));
        all.put("tall rank one", generate(6, 3, (i, j) -> (i + 1.0) * (j + 1.0)));
        all.put("wide rank two", generate(3, 6, (i, j) -> i + j));
        all.put("very tall", random(300, 20, 1, 3));
        for (double scale : new double[] {1e-300, 1e-150, 1e150, 1e300}) {
            all.put("tall at " + scale, random(5, 3, scale, 4));
            all.put("wide at " + scale, random(3, 5, scale, 5));
        }
        return all;
    }
}
