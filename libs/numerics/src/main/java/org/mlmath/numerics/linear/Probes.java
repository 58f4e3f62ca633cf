package org.mlmath.numerics.linear;

import java.util.Random;

/**
 * A few vectors side by side, to be multiplied by matrices: each matrix passes through the processor once for all of them, which is
 * what such products cost.
 *
 * @param entries vector by vector
 */
record Probes(double[][] entries) {
    static final int COUNT = 4;
    private static final long SEED = 20260101;

    /** @return vectors of ±1, the same ones every time */
    static Probes ofLength(int n) {
        Random random = new Random(SEED);
        double[][] z = new double[COUNT][n];
        for (double[] vector : z) {
            for (int j = 0; j < n; j++) {
                vector[j] = random.nextBoolean() ? 1 : -1;
            }
        }
        return new Probes(z);
    }

    /** @return A times each */
    Probes times(Matrix a) {
        int n = a.columns();
        double[] values = a.values();
        double[][] result = new double[COUNT][a.rows()];
        double[] z0 = entries[0];
        double[] z1 = entries[1];
        double[] z2 = entries[2];
        double[] z3 = entries[3];
        for (int i = 0; i < a.rows(); i++) {
            // Four sums that do not wait for each other.
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            int row = i * n;
            for (int j = 0; j < n; j++) {
                double value = values[row + j];
                sum0 += value * z0[j];
                sum1 += value * z1[j];
                sum2 += value * z2[j];
                sum3 += value * z3[j];
            }
            result[0][i] = sum0;
            result[1][i] = sum1;
            result[2][i] = sum2;
            result[3][i] = sum3;
        }
        return new Probes(result);
    }

    /** @return Aᵀ times each */
    Probes timesTransposed(Matrix a) {
        int n = a.columns();
        double[] values = a.values();
        double[][] result = new double[COUNT][n];
        int i = 0;
        for (; i + 4 <= a.rows(); i += 4) { // sums are read and written a quarter as often
            for (int probe = 0; probe < COUNT; probe++) {
                addMultiples(result[probe], entries[probe], i, values);
            }
        }
        for (; i < a.rows(); i++) {
            for (int probe = 0; probe < COUNT; probe++) {
                addMultiple(result[probe], entries[probe][i], values, i * n);
            }
        }
        return new Probes(result);
    }

    private static void addMultiples(double[] sums, double[] factors, int row, double[] values) {
        int first = row * sums.length;
        int second = first + sums.length;
        int third = second + sums.length;
        int fourth = third + sums.length;
        double f0 = factors[row];
        double f1 = factors[row + 1];
        double f2 = factors[row + 2];
        double f3 = factors[row + 3];
        for (int j = 0; j < sums.length; j++) {
            sums[j] += (values[first + j] * f0 + values[second + j] * f1)
                    + (values[third + j] * f2 + values[fourth + j] * f3);
        }
    }

    private static void addMultiple(double[] sums, double factor, double[] values, int from) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += values[from + j] * factor;
        }
    }

    /** @return diag(d) times each */
    Probes scaled(double[] d) {
        double[][] result = new double[COUNT][d.length];
        for (int probe = 0; probe < COUNT; probe++) {
            for (int i = 0; i < d.length; i++) {
                result[probe][i] = d[i] * entries[probe][i];
            }
        }
        return new Probes(result);
    }

    /** @return these + factor·other */
    Probes plus(int factor, Probes other) {
        double[][] result = new double[COUNT][entries[0].length];
        for (int probe = 0; probe < COUNT; probe++) {
            for (int i = 0; i < entries[0].length; i++) {
                result[probe][i] = entries[probe][i] + factor * other.entries[probe][i];
            }
        }
        return new Probes(result);
    }

    Probes minus(Probes other) {
        return plus(-1, other);
    }

    /** @return the root of the mean square of their lengths: for ±1 times M, an estimate of ‖M‖_F */
    double meanNorm() {
        double sum = 0;
        for (double[] vector : entries) {
            sum = Math.hypot(sum, Matrix.column(vector).frobeniusNorm());
        }
        return sum / Math.sqrt(COUNT);
    }
}
