package org.mlmath.numerics.special;

/**
 * The modified Bessel functions I₀ and I₁ of x ≥ 0 times e^{−x}, and their difference, to about 1e-15: their power series, whose terms are
 * positive, and from 25 on the asymptotic expansion, whose smallest term is below e^{−50}. Source: DLMF 10.25.2 and 10.40.1.
 */
public final class BesselFunctions {
    private static final double ASYMPTOTIC_FROM = 25;

    private BesselFunctions() {}

    /** e^{−x} I₀(x). */
    public static double scaledI0(double x) {
        return x < ASYMPTOTIC_FROM ? series(x, 0) : expansion(x, 1, 0) / Math.sqrt(2 * Math.PI * x);
    }

    /** e^{−x} (I₀(x) − I₁(x)), which for large x is 1/(2x) of either. */
    public static double scaledDifference(double x) {
        return x < ASYMPTOTIC_FROM
                ? series(x, 0) - series(x, 1)
                : (expansion(x, 0, 0) - expansion(x, 0, 1)) / Math.sqrt(2 * Math.PI * x);
    }

    private static double series(double x, int order) {
        double quarterSquare = 0.25 * x * x;
        double term = order == 0 ? 1 : 0.5 * x;
        double sum = term;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= quarterSquare / (k * (k + order));
            sum += term;
        }
        return sum * Math.exp(-x);
    }

    /** Σ (−1)^k a_k/x^k with a_k = Π (4ν² − (2j − 1)²)/(8j), begun with this in place of the leading 1. */
    private static double expansion(double x, double leading, int order) {
        double term = 1;
        double sum = leading;
        for (int k = 1; Math.abs(term) > 1e-18; k++) {
            double odd = 2.0 * k - 1;
            term *= (odd * odd - 4.0 * order * order) / (8 * k * x);
            sum += term;
        }
        return sum;
    }
}
