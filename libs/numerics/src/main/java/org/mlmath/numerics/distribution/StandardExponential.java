package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.Tails;

/** P(E ≤ t) = 1 − e^{−t} and its inverse: the variable that several families are functions of. */
final class StandardExponential {
    /** Up to here 1 − e^{−t} is t itself. */
    private static final double TINY = 1e-17;

    private static final double LOG_TINY = -39;

    private StandardExponential() {}

    /** @param logT log t, right where t underflows */
    static Tails tails(double t, double logT) {
        if (logT == Double.NEGATIVE_INFINITY) {
            return Tails.ALL_ABOVE;
        }
        if (t == Double.POSITIVE_INFINITY) {
            return Tails.ALL_BELOW;
        }
        double lower = -Math.expm1(-t);
        double logLower = t < TINY ? logT : t < 0.7 ? Math.log(lower) : Math.log1p(-Math.exp(-t)) + 0.0;
        return new Tails(lower, Math.exp(-t), logLower, -t + 0.0); // never -0
    }

    /** log t with P(E ≤ t) = p. */
    static double logQuantile(TailProbability p) {
        double logLower = p.logLower();
        return logLower < LOG_TINY ? logLower : Math.log(-p.logUpper());
    }

    /** t with P(E ≤ t) = p. */
    static double quantile(TailProbability p) {
        return -p.logUpper() + 0.0;
    }

    /** scale · e^log, also where the exponential alone would overflow, or have lost its digits to underflow. */
    static double scaled(double scale, double log) {
        double factor = Math.exp(log);
        if (factor >= Double.MIN_NORMAL && factor <= Double.MAX_VALUE) {
            return scale * factor;
        }
        double root = Math.exp(0.5 * log);
        return scale * root * root;
    }
}
