package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.Tails;

/**
 * The smallest integer k with P(X ≤ k) ≥ p, or for the upper tail with P(X > k) ≤ p: a bracket that doubles outwards from the centre,
 * then bisection. A probability within 4 ulp of a step of the distribution function counts as reaching it, so that a p
 * computed elsewhere with one more rounding gives the same k.
 */
final class DiscreteQuantile {
    private DiscreteQuantile() {}

    static double of(Distribution distribution, TailProbability probability) {
        Support support = distribution.support();
        if (probability.log() == Double.NEGATIVE_INFINITY) {
            return probability.upper() ? support.upper() : support.lower();
        }
        if (probability.log() == 0) {
            return probability.upper() ? support.lower() : support.upper();
        }
        TailProbability p = probability.smaller();
        double start = Math.rint(distribution.centre());
        double low;
        double high;
        if (reached(distribution, start, p)) {
            high = start;
            low = start - 1;
            for (double width = 1; low >= support.lower() && reached(distribution, low, p); width *= 2) {
                high = low;
                low = Math.max(low - width, support.lower() - 1);
            }
        } else {
            low = start;
            high = start + 1;
            for (double width = 1; high < support.upper() && !reached(distribution, high, p); width *= 2) {
                low = high;
                high = Math.min(high + width, support.upper());
            }
        }
        while (high - low > 1) {
            double middle = Math.floor(low + 0.5 * (high - low));
            if (middle <= low || middle >= high) {
                return high; // beyond 2^53 not every integer is a double
            }
            if (reached(distribution, middle, p)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean reached(Distribution distribution, double k, TailProbability p) {
        Tails tails = distribution.tails(k);
        return p.upper()
                ? p.logExcess(tails.upper(), tails.logUpper()) <= p.uncertainty()
                : p.logExcess(tails.lower(), tails.logLower()) >= -p.uncertainty();
    }
}
