package org.mlmath.numerics.linear;

import java.util.SplittableRandom;

/**
 * A few vectors side by side, to be multiplied by matrices: each matrix passes through the processor once for all of them, which is
 * what such products cost.
 *
 * @param columns one vector each
 */
record Probes(Matrix columns) {
    static final int COUNT = 4;
    private static final long SEED = 20260101;

    /** @return vectors of ±1, the same ones every time */
    static Probes ofLength(int n) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] z = new double[n * COUNT];
        long bits = 0;
        for (int at = 0; at < z.length; at++) {
            if (at % Long.SIZE == 0) {
                bits = random.nextLong();
            }
            z[at] = 1 - 2 * (bits & 1);
            bits >>>= 1;
        }
        return new Probes(new Matrix(n, COUNT, z));
    }

    /** @return A times each */
    Probes times(Matrix a) {
        return new Probes(Kernels.current().multiply(a, columns));
    }

    /** @return Aᵀ times each */
    Probes timesTransposed(Matrix a) {
        return new Probes(Kernels.current().multiply(a, true, columns, false));
    }

    /** @return L times each, L without entries above its diagonal */
    Probes timesLower(Matrix l) {
        return new Probes(Kernels.current().multiplyTriangle(l, true, false, columns));
    }

    /** @return Lᵀ times each, L without entries above its diagonal */
    Probes timesTransposedLower(Matrix l) {
        return new Probes(Kernels.current().multiplyTriangle(l, true, true, columns));
    }

    /** @return U times each, U without entries below its diagonal */
    Probes timesUpper(Matrix u) {
        return new Probes(Kernels.current().multiplyTriangle(u, false, false, columns));
    }

    /** @return diag(d) times each */
    Probes scaled(double[] d) {
        double[] result = new double[d.length * COUNT];
        for (int at = 0; at < result.length; at++) {
            result[at] = d[at / COUNT] * columns.values()[at];
        }
        return new Probes(new Matrix(d.length, COUNT, result));
    }

    /** @return each multiplied by a matrix that has entries on the diagonal and beside it only */
    Probes timesTridiagonal(Matrix d) {
        int n = d.rows();
        double[] result = new double[n * COUNT];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 1); j <= Math.min(n - 1, i + 1); j++) {
                double entry = d.get(i, j);
                for (int probe = 0; probe < COUNT; probe++) {
                    result[i * COUNT + probe] += entry * columns.get(j, probe);
                }
            }
        }
        return new Probes(new Matrix(n, COUNT, result));
    }

    /** @return of each the entries in this order */
    Probes permuted(int[] order) {
        double[] result = new double[order.length * COUNT];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(columns.values(), order[i] * COUNT, result, i * COUNT, COUNT);
        }
        return new Probes(new Matrix(order.length, COUNT, result));
    }

    /** @return of each what {@link #permuted} takes to it */
    Probes permutedBack(int[] order) {
        double[] result = new double[order.length * COUNT];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(columns.values(), i * COUNT, result, order[i] * COUNT, COUNT);
        }
        return new Probes(new Matrix(order.length, COUNT, result));
    }

    /** @return these + factor·other */
    Probes plus(int factor, Probes other) {
        double[] result = columns.values().clone();
        for (int at = 0; at < result.length; at++) {
            result[at] += factor * other.columns.values()[at];
        }
        return new Probes(new Matrix(columns.rows(), COUNT, result));
    }

    Probes minus(Probes other) {
        return plus(-1, other);
    }

    /** @return the root of the mean square of their lengths: for ±1 times M, an estimate of ‖M‖_F */
    double meanNorm() {
        return columns.frobeniusNorm() / Math.sqrt(COUNT);
    }
}
