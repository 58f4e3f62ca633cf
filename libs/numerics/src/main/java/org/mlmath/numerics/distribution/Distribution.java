package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.Tails;

/**
 * A probability distribution on the real line with its parameters fixed. Immutable and thread-safe.
 *
 * <p>Both tails and all logarithms are accurate to about 1e-13 relative to their own size; {@link #relativeErrorBound} says where
 * that cannot be.
 */
public interface Distribution {
    Support support();

    /** Logarithm of the density, or of the probability of the value x; −∞ off the support, +∞ at a pole. */
    double logDensity(double x);

    /** P(X ≤ x) and P(X > x) with their logarithms. */
    Tails tails(double x);

    Moments moments();

    /** One value drawn with this generator. */
    double sample(RandomGenerator random);

    /** A point among the bulk of the distribution, finite: where searches begin. */
    double centre();

    /** Bound on the relative error of densities and tail probabilities, and of quantiles where these are well conditioned. */
    default double relativeErrorBound() {
        return 1e-12;
    }

    default double density(double x) {
        return Math.exp(logDensity(x));
    }

    /**
     * The hazard: density over P(X > x), and for a discrete variable P(X = x) / P(X ≥ x). NaN beyond the support's upper end.
     */
    default double hazard(double x) {
        double logDensity = logDensity(x);
        if (!support().discrete()) {
            return Math.exp(logDensity - tails(x).logUpper());
        }
        double atLeast = logAtLeast(x);
        return atLeast == Double.NEGATIVE_INFINITY ? Double.NaN : Math.exp(logDensity - atLeast);
    }

    private double logAtLeast(double x) {
        return tails(Math.ceil(x) - 1).logUpper();
    }

    /**
     * The point with this probability below (or above) it: the smallest x with P(X ≤ x) ≥ p, which for the upper tail reads
     * P(X > x) ≤ p. NaN where it would overflow.
     */
    default double quantile(TailProbability probability) {
        return support().discrete() ? DiscreteQuantile.of(this, probability) : ContinuousQuantile.of(this, probability);
    }

    default double quantile(double p) {
        return quantile(TailProbability.lower(p));
    }

    /** P(lower ≤ X ≤ upper), to its own relative accuracy where the interval is narrow or far out; 0 for an empty one. */
    default double probability(double lower, double upper) {
        return IntervalProbability.of(this, lower, upper);
    }
}
