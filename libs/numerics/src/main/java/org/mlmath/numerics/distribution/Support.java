package org.mlmath.numerics.distribution;

/**
 * Where a distribution lives.
 *
 * @param lower smallest value, or −∞
 * @param upper largest value, or +∞
 * @param discrete whether only the integers between them are taken
 */
public record Support(double lower, double upper, boolean discrete) {
    public static final Support REAL_LINE = new Support(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    public static final Support POSITIVE = new Support(0, Double.POSITIVE_INFINITY, false);

    public boolean contains(double x) {
        return x >= lower && x <= upper && !(discrete && x != Math.rint(x));
    }
}
