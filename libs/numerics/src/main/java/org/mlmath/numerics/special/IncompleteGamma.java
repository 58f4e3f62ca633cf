package org.mlmath.numerics.special;

/**
 * The regularized incomplete gamma functions P(a, x) = γ(a, x)/Γ(a) and Q = 1 − P with their logarithms, relative error below
 * about 1e-13 in both tails for a from 1e-300 to 1e15.
 *
 * <p>The tail on x's side of the mean is the saddle-point factor times a power series (below), Legendre's continued fraction
 * (above), or for large a the tail integral relative to its end point by double exponential quadrature, which unlike the fraction does
 * not slow down near the mean. The other tail is the complement unless that cancels; then, a being small, Q is taken from
 * the series of 1 − P with the leading ones removed. Sources: DLMF 8.7, 8.9; W. Gautschi, ACM TOMS 5 (1979), 466-481.
 */
public final class IncompleteGamma {
    private static final double LARGE = 400;
    private static final int MOST_TERMS = 2000;

    private IncompleteGamma() {}

    /** log(x^a e^{−x} / Γ(a)): x times the density of a gamma variable. */
    public static double logPower(double a, double x) {
        return logPower(a, x, a - x);
    }

    /** @param d a − x to its own relative accuracy */
    public static double logPower(double a, double x, double d) {
        return LogDeviance.logPoisson(a, x, d) + Math.log(a);
    }

    /**
     * @param a > 0
     * @param x ≥ 0
     */
    public static Tails tails(double a, double x) {
        if (Double.isNaN(a) || Double.isNaN(x)) {
            return Tails.UNDEFINED;
        }
        return tails(a, x, a - x);
    }

    /**
     * @param a > 0
     * @param x ≥ 0
     * @param d a − x to its own relative accuracy, which for an x that was rounded decides on the digits far out
     */
    public static Tails tails(double a, double x, double d) {
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return Tails.ALL_BELOW;
        }
        if (x <= a || x < 1.1 && a < 1) {
            double logLower = logPower(a, x, d) + Math.log(lowerRatio(a, x, d));
            if (a < 1 && x < 1.1) {
                return Tails.ofLogs(logLower, Math.log(upperOfSmallShape(a, x)));
            }
            return Tails.ofLogLower(logLower);
        }
        return Tails.ofLogLower(logPower(a, x, d) + Math.log(upperRatio(a, x, d)))
                .mirrored();
    }

    /** P(a, x) · Γ(a) / (x^a e^{−x}) for x up to about a. */
    private static double lowerRatio(double a, double x, double d) {
        if (a <= LARGE || x < 0.5 * a) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; term > 1e-17 * sum && n < MOST_TERMS; n++) {
                term *= x / (a + n);
                sum += term;
            }
            return sum;
        }
        return HalfLineQuadrature.integrate(
                u -> -d * u - x * ExponentialDifference.expMinusOneMinus(-u), 1 / (d + Math.sqrt(x)));
    }

    /** Q(a, x) · Γ(a) / (x^a e^{−x}) for x ≥ a, x ≥ 1. */
    public static double upperRatio(double a, double x, double d) {
        if (x > 1e17 * (a + 1)) {
            return 1 / x;
        }
        if (a <= LARGE || x > 2 * a) {
            // Modified Lentz on 1/(x+1-a- 1(1-a)/(x+3-a- ...)).
            double b = 1 - d;
            double c = 1 / Double.MIN_NORMAL;
            double e = 1 / b;
            double value = e;
            for (int n = 1; n < MOST_TERMS; n++) {
                double factor = n * (a - n);
                b += 2;
                e = 1 / nonZero(b + factor * e);
                c = nonZero(b + factor / c);
                double change = c * e;
                value *= change;
                if (Math.abs(change - 1) < 1e-16) {
                    return value;
                }
            }
        }
        double slope = 1 - d;
        return HalfLineQuadrature.integrate(
                w -> -slope * w + (a - 1) * LogDeviance.log1pMinus(w), 1 / (slope + Math.sqrt(Math.abs(a - 1))));
    }

    /** Q(a, x) for a < 1 and x of order 1 or less: 1 − x^a/Γ(a+1) · (1 + a Σ (−x)^j / (j! (a + j))). */
    private static double upperOfSmallShape(double a, double x) {
        double exponent = a * Math.log(x) - GammaRatio.logGamma1p(a);
        double term = 1;
        double sum = 0;
        for (int j = 1; Math.abs(term) > 1e-18; j++) {
            term *= -x / j;
            sum += term / (a + j);
        }
        return -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
    }
}
