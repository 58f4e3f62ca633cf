package org.mlmath.stats.regression;

import org.mlmath.numerics.sample.CompensatedSum;

/** Sums over weighted observations. */
final class WeightedMoments {
    private WeightedMoments() {}

    /**
     * Σwᵢ(xᵢ − x̄)², or Σwᵢxᵢ².
     *
     * @param weights null for 1 each
     */
    static double sumOfSquares(double[] x, double[] weights, boolean centred) {
        double mean = centred ? mean(x, weights) : 0;
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum deviations = new CompensatedSum();
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weights == null ? 1 : weights[i];
            double deviation = x[i] - mean;
            squares.add(w * deviation * deviation);
            deviations.add(w * deviation);
            total += w;
        }
        // The mean's own rounding (Chan, Golub and LeVeque).
        double correction = centred ? deviations.value() * deviations.value() / total : 0;
        return Math.max(0, squares.value() - correction);
    }

    static double mean(double[] x, double[] weights) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < x.length; i++) {
            double w = weights == null ? 1 : weights[i];
            sum.add(w * x[i]);
            total.add(w);
        }
        return sum.value() / total.value();
    }

    static double dot(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            sum.add(a[i] * b[i]);
        }
        return sum.value();
    }
}
