package org.mlmath.numerics.bayes;

/** What is known of where an increasing function is 0, and the next place to look: regula falsi with the Illinois weights. */
final class Bracket {
    private double low;
    private double high;
    private double atLow = Double.NaN;
    private double atHigh = Double.NaN;
    private int side;

    /** @param low an end of where the root may lie, finite or not; the function is not known there */
    Bracket(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** The function is {@code value} at x, inside the bracket. */
    void add(double x, double value) {
        if (value < 0) {
            low = x;
            atLow = value;
            atHigh *= side < 0 ? 0.5 : 1;
            side = -1;
        } else {
            high = x;
            atHigh = value;
            atLow *= side > 0 ? 0.5 : 1;
            side = 1;
        }
    }

    /** Whether the root is known to lie between two places tried. */
    boolean complete() {
        return atLow == atLow && atHigh == atHigh;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double width() {
        return high - low;
    }

    double middle() {
        return between(low, high);
    }

    double secant() {
        double next = low + (high - low) * (atLow / (atLow - atHigh));
        return next > low && next < high ? next : middle();
    }

    static double between(double from, double to) {
        return 0.5 * from + 0.5 * to;
    }
}
