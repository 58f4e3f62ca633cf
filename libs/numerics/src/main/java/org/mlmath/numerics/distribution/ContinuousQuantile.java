package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.Tails;

/**
 * Inverts the smaller tail of a continuous distribution: Newton's method on the logarithm of the tail probability, as a function of
 * x or of log |x|, inside a bracket that a bisection over the representable doubles halves whenever Newton leaves it or dawdles. At
 * most some 130 evaluations, usually five to ten.
 */
final class ContinuousQuantile {
    private static final int MOST_STEPS = 400;

    /** Newton's error after a step is about the square of the one before. */
    private static final double CLOSE = 1e-11;

    private ContinuousQuantile() {}

    static double of(Distribution distribution, TailProbability probability) {
        Support support = distribution.support();
        TailProbability p = probability.smaller();
        if (p.log() == Double.NEGATIVE_INFINITY) {
            return p.upper() ? support.upper() : support.lower();
        }
        double low = Math.max(support.lower(), -Double.MAX_VALUE);
        double high = Math.min(support.upper(), Double.MAX_VALUE);
        if (support.upper() > high && excess(distribution, high, p) < 0
                || support.lower() < low && excess(distribution, low, p) > 0) {
            return Double.NaN;
        }
        if (support.lower() == 0 && excess(distribution, 4 * Double.MIN_VALUE, p) >= 0) {
            return 0; // nearer to it than to any double with a digit to its name
        }
        double x = distribution.centre();
        double lastExcess = Double.POSITIVE_INFINITY;
        int dawdling = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Tails tails = distribution.tails(x);
            double tail = p.upper() ? tails.upper() : tails.lower();
            double logTail = p.upper() ? tails.logUpper() : tails.logLower();
            // How far x is to the right, in units of log probability.
            double excess = p.logExcess(tail, logTail) * (p.upper() ? -1 : 1);
            if (excess == 0) {
                return x;
            }
            if (excess < 0) {
                low = x;
            } else {
                high = x;
            }
            double next = newton(x, excess, distribution.logDensity(x) - logTail, logTail);
            boolean inside = next >= low && next <= high;
            if (inside && Math.abs(excess) < CLOSE * Math.max(1, Math.abs(logTail))) {
                return next; // another step would only add rounding
            }
            dawdling = Math.abs(excess) < 0.5 * Math.abs(lastExcess) ? 0 : dawdling + 1;
            // Newton's method has been at the ends of the bracket; beyond the last bound density over tail has no
            // digits left.
            if (!(next > low && next < high) || dawdling > 2 || Math.abs(logTail) > 1e12) {
                dawdling = 0;
                next = between(low, high);
                if (next == low || next == high) {
                    return nearer(distribution, low, high, p);
                }
            }
            lastExcess = excess;
            x = next;
        }
        return x;
    }

    /**
     * The next point, as if the logarithm of the tail were a straight line in x (an exponential tail, nearly so a normal one), or
     * in log |x| where it falls more slowly than that (a power of x, as towards 0 and in heavy tails).
     */
    private static double newton(double x, double excess, double logSlope, double logTail) {
        if (x == 0) {
            return -excess / Math.exp(logSlope);
        }
        // By how much the logarithm changes when x doubles, roughly: a number of ordinary size even where x is tiny.
        double size = Math.abs(x);
        double elasticity = Math.exp(logSlope + Math.log(size));
        boolean slow = elasticity < 0.5 * Math.abs(logTail);
        return slow ? x * Math.exp(-Math.signum(x) * excess / elasticity) : x - size * (excess / elasticity);
    }

    private static double excess(Distribution distribution, double x, TailProbability p) {
        Tails tails = distribution.tails(x);
        return p.upper() ? p.log() - tails.logUpper() : tails.logLower() - p.log();
    }

    private static double nearer(Distribution distribution, double low, double high, TailProbability p) {
        return Math.abs(excess(distribution, low, p)) <= Math.abs(excess(distribution, high, p)) ? low : high;
    }

    /** The double halfway between two others in the order of all doubles, so that magnitudes are halved in the exponent. */
    private static double between(double low, double high) {
        long a = order(low);
        long b = order(high);
        return fromOrder((a >> 1) + (b >> 1) + (a & b & 1));
    }

    private static long order(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double fromOrder(long order) {
        return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
    }
}
