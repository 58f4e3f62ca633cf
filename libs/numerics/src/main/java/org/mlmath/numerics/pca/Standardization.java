package org.mlmath.numerics.pca;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * What is subtracted from each column of the data, and what the rest is divided by.
 *
 * @param shift a number per column
 * @param scale a positive number per column, or null where nothing is divided
 */
public record Standardization(double[] shift, double[] scale) {
    /** Rows between two looks at the clock. */
    private static final int ROWS = 4096;

    /**
     * Means and sample standard deviations (divisor n − 1) by the corrected two-pass algorithm, whose error does not grow with the
     * distance of the data from zero. Source: Chan, Golub, LeVeque, <i>Algorithms for computing the sample variance</i>, American
     * Statistician 37(3), 1983.
     *
     * <p>A column of equal numbers has exactly that mean, and the scale 1: after centring it is exactly zero.
     *
     * @param data at least 2 rows
     * @param center whether means are subtracted; if not, standard deviations are about the mean all the same
     */
    public static Standardization of(Matrix data, boolean center, boolean scale, Deadline deadline) {
        int p = data.columns();
        if (!center && !scale) {
            return new Standardization(new double[p], null);
        }
        double[] mean = data.row(0);
        for (int pass = 0; pass < 2; pass++) { // the second takes away what rounding left of the first
            double[] sum = new double[p];
            double[] about = mean.clone();
            eachRow(data, deadline, (values, at) -> {
                for (int j = 0; j < p; j++) {
                    sum[j] += values[at + j] - about[j];
                }
            });
            for (int j = 0; j < p; j++) {
                mean[j] += sum[j] / data.rows();
            }
        }
        return new Standardization(
                center ? mean : new double[p], scale ? standardDeviations(data, mean, deadline) : null);
    }

    private static double[] standardDeviations(Matrix data, double[] mean, Deadline deadline) {
        int n = data.rows();
        int p = data.columns();
        double[] sum = new double[p];
        double[] squares = new double[p];
        eachRow(data, deadline, (values, at) -> {
            for (int j = 0; j < p; j++) {
                double d = values[at + j] - mean[j];
                sum[j] += d;
                squares[j] += d * d;
            }
        });
        double[] deviations = new double[p];
        for (int j = 0; j < p; j++) {
            double about = Math.max(0, squares[j] - sum[j] * sum[j] / n);
            deviations[j] = squares[j] == 0 ? 1 : Math.sqrt(about / (n - 1));
        }
        return deviations;
    }

    private interface Row {
        void take(double[] values, int at);
    }

    private static void eachRow(Matrix data, Deadline deadline, Row row) {
        for (int i = 0; i < data.rows(); i++) {
            if (i % ROWS == 0) {
                deadline.check();
            }
            row.take(data.values(), i * data.columns());
        }
    }

    /** @return (x − shift) / scale for all rows */
    public Matrix apply(Matrix data) {
        return apply(data, 0, data.rows());
    }

    /** @return (x − shift) / scale for the rows from one to before another */
    public Matrix apply(Matrix data, int from, int to) {
        int p = data.columns();
        double[] values = data.values();
        double[] result = new double[(to - from) * p];
        for (int at = 0, source = from * p; at < result.length; at += p, source += p) {
            for (int j = 0; j < p; j++) {
                result[at + j] = values[source + j] - shift[j];
            }
            if (scale != null) {
                for (int j = 0; j < p; j++) {
                    result[at + j] /= scale[j];
                }
            }
        }
        return new Matrix(to - from, p, result);
    }

    /** Turns z into z·scale + shift, in place. */
    public void undo(Matrix standardized) {
        double[] values = standardized.values();
        int p = standardized.columns();
        for (int at = 0; at < values.length; at += p) {
            for (int j = 0; j < p; j++) {
                values[at + j] = values[at + j] * (scale == null ? 1 : scale[j]) + shift[j];
            }
        }
    }
}
