package org.mlmath.numerics.special;

/** What is left of the exponential function beyond its linear part, accurate near 0. */
public final class ExponentialDifference {
    private ExponentialDifference() {}

    /** e^x − 1 − x. */
    public static double expMinusOneMinus(double x) {
        if (Math.abs(x) > 0.5) {
            return Math.expm1(x) - x;
        }
        double term = 0.5 * x * x;
        double sum = term;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
            term *= x / k;
            sum += term;
        }
        return sum;
    }
}
