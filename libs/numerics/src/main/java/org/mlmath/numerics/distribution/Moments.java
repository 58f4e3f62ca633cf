package org.mlmath.numerics.distribution;

/**
 * What summarizes a distribution. NaN where undefined, infinite where the integral diverges to infinity.
 *
 * @param skewness third standardized central moment
 * @param excessKurtosis fourth standardized central moment, minus 3
 * @param entropy differential (or, if discrete, Shannon) entropy in nats
 * @param median smallest x with P(X ≤ x) ≥ ½
 * @param mode where the density is largest
 */
public record Moments(
        double mean,
        double variance,
        double standardDeviation,
        double skewness,
        double excessKurtosis,
        double entropy,
        double median,
        double mode) {

    static Moments of(
            double mean,
            double variance,
            double skewness,
            double excessKurtosis,
            double entropy,
            double median,
            double mode) {
        return new Moments(mean, variance, Math.sqrt(variance), skewness, excessKurtosis, entropy, median, mode);
    }
}
