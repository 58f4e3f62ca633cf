package org.mlmath.numerics.bayes;

/**
 * A point x of (0, 1) by t = log(x/(1 − x)), with x and y = 1 − x, the smaller of them exact and the other its complement; t holds where
 * the smaller underflows.
 */
record LogitPoint(double t, double x, double y) {
    static LogitPoint of(double t) {
        double small = 1 / (1 + Math.exp(Math.abs(t)));
        return t < 0 ? new LogitPoint(t, small, 1 - small) : new LogitPoint(t, 1 - small, small);
    }

    /** @param y 1 − x; whichever of the two is smaller counts */
    static LogitPoint of(double x, double y) {
        double low = Math.max(x, 0);
        double high = Math.max(y, 0);
        return low <= high
                ? new LogitPoint(Math.log(low) - Math.log1p(-low), low, 1 - low)
                : new LogitPoint(Math.log1p(-high) - Math.log(high), 1 - high, high);
    }

    /** log dx/dt = log(x·y). */
    double logSlope() {
        double size = Math.abs(t);
        return -size - 2 * Math.log1p(Math.exp(-size));
    }
}
