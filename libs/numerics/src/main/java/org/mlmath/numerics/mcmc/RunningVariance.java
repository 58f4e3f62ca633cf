package org.mlmath.numerics.mcmc;

import java.util.Arrays;

/** Variances of the coordinates as points arrive (Welford), drawn towards 1e-3 while these are few, as in Stan. */
final class RunningVariance {
    private final double[] mean;
    private final double[] squares;
    private double count;

    RunningVariance(int dimension) {
        mean = new double[dimension];
        squares = new double[dimension];
    }

    void add(double[] point) {
        count++;
        for (int i = 0; i < point.length; i++) {
            double deviation = point[i] - mean[i];
            mean[i] += deviation / count;
            squares[i] += deviation * (point[i] - mean[i]);
        }
    }

    /** Changes nothing where there are too few points, or a variance overflows. */
    void regularized(double[] result) {
        if (count < 2) {
            return;
        }
        for (int i = 0; i < result.length; i++) {
            double variance = count / (count + 5) * (squares[i] / (count - 1)) + 1e-3 * (5 / (count + 5));
            if (Double.isFinite(variance)) {
                result[i] = variance;
            }
        }
    }

    void restart() {
        count = 0;
        Arrays.fill(mean, 0);
        Arrays.fill(squares, 0);
    }
}
