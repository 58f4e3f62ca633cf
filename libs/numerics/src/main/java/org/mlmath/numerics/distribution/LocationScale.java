package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.Tails;

/** A variable μ + sZ on the whole line, Z being the family's standard variable, with tails and quantiles in closed form. */
abstract class LocationScale implements Distribution {
    static final double LOG_TWO = 0.693147180559945309417232121458;

    final double location;
    final double scale;

    LocationScale(double location, double scale) {
        this.location = location;
        this.scale = scale;
    }

    abstract double standardLogDensity(double z);

    abstract Tails standardTails(double z);

    abstract double standardQuantile(TailProbability p);

    abstract double standardSample(RandomGenerator random);

    @Override
    public final Support support() {
        return Support.REAL_LINE;
    }

    @Override
    public final double logDensity(double x) {
        return Double.isInfinite(x)
                ? Double.NEGATIVE_INFINITY
                : standardLogDensity((x - location) / scale) - Math.log(scale);
    }

    @Override
    public final double hazard(double x) {
        double z = (x - location) / scale;
        double standard = z > 0 && z < Double.POSITIVE_INFINITY ? standardHazard(z) : Double.NaN;
        return Double.isNaN(standard) ? Distribution.super.hazard(x) : standard / scale;
    }

    /**
     * Density over survival in the upper tail, where both may be too small to be divided.
     *
     * @param z > 0
     * @return NaN for a family whose upper tail is heavy enough to divide by
     */
    double standardHazard(double z) {
        return Double.NaN;
    }

    @Override
    public final Tails tails(double x) {
        double z = (x - location) / scale;
        if (z == Double.NEGATIVE_INFINITY) {
            return Tails.ALL_ABOVE;
        }
        return z == Double.POSITIVE_INFINITY ? Tails.ALL_BELOW : standardTails(z);
    }

    @Override
    public final double quantile(TailProbability probability) {
        if (probability.logLower() == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (probability.logUpper() == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double x = location + scale * standardQuantile(probability);
        return Double.isInfinite(x) ? Double.NaN : x;
    }

    @Override
    public final double sample(RandomGenerator random) {
        return location + scale * standardSample(random);
    }

    @Override
    public final double centre() {
        return location;
    }

    /** Moments of the standard variable, moved and stretched; the entropy grows by log s. */
    final Moments moved(
            double mean,
            double variance,
            double skewness,
            double kurtosis,
            double entropy,
            double median,
            double mode) {
        return Moments.of(
                location + scale * mean,
                scale * scale * variance,
                skewness,
                kurtosis,
                entropy + Math.log(scale),
                location + scale * median,
                location + scale * mode);
    }
}
