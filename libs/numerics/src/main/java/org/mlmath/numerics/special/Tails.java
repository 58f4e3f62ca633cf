package org.mlmath.numerics.special;

/**
 * The two probabilities on either side of a point and their logarithms, each accurate to its own size: neither is computed as one
 * minus the other where that would cost digits, and a logarithm remains right where its probability underflows.
 *
 * @param lower P(X ≤ x)
 * @param upper P(X > x)
 */
public record Tails(double lower, double upper, double logLower, double logUpper) {
    /** Everything lies above. */
    public static final Tails ALL_ABOVE = new Tails(0, 1, Double.NEGATIVE_INFINITY, 0);

    /** Everything lies below. */
    public static final Tails ALL_BELOW = new Tails(1, 0, 0, Double.NEGATIVE_INFINITY);

    /** At a point that is not a number. */
    static final Tails UNDEFINED = new Tails(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    // Up to here 1 - p loses less than four bits.
    static final double COMPLEMENT_UP_TO = 0.9;

    /** From both probabilities, each computed for itself and neither near underflow. */
    public static Tails of(double lower, double upper) {
        return lower < upper
                ? new Tails(lower, upper, Math.log(lower), complementOf(lower))
                : new Tails(lower, upper, complementOf(upper), Math.log(upper));
    }

    /** From the logarithm of the lower tail; the upper one is its complement. */
    public static Tails ofLogLower(double logLower) {
        double log = Math.min(logLower, 0);
        double upper = -Math.expm1(log);
        return new Tails(Math.exp(log), upper, log, log > -0.6 ? Math.log(upper) : complementOf(Math.exp(log)));
    }

    /** From the logarithms of both tails, each computed for itself. */
    public static Tails ofLogs(double logLower, double logUpper) {
        double lower = Math.min(logLower, 0);
        double upper = Math.min(logUpper, 0);
        // The larger probability follows from the smaller, which fixes more of its digits.
        if (lower < upper) {
            double small = Math.exp(lower);
            return new Tails(small, 1 - small, lower, complementOf(small));
        }
        double small = Math.exp(upper);
        return new Tails(1 - small, small, complementOf(small), upper);
    }

    /** log(1 − p), never −0. */
    private static double complementOf(double p) {
        return Math.log1p(-p) + 0.0;
    }

    /** The same point seen from the other end. */
    public Tails mirrored() {
        return new Tails(upper, lower, logUpper, logLower);
    }
}
