package org.mlmath.numerics.special;

/**
 * The regularized incomplete beta function I_x(a, b) and its complement with their logarithms, relative error below about
 * 1e-13 in both tails for a, b from 1e-10 to 1e15.
 *
 * <p>The tail on x's side of the mean is the saddle-point factor x^a y^b / B(a, b) times a power series with positive terms or
 * the continued fraction of DiDonato and Morris (BFRAC), or where that would be slow (a, b large near the mean) the tail
 * integral relative to its end point by double exponential quadrature. The other tail is the complement unless that cancels: then
 * it is summed (one small parameter) or integrated for itself. Everything that depends on the distance of x from the mean is computed from
 * d = a·y − b·x, which the caller gives, so that parameters of 1e9 cost no digits.
 *
 * <p>Source: A. R. DiDonato and A. H. Morris, ACM TOMS 18 (1992), 360-373 (Algorithm 708).
 */
public final class IncompleteBeta {
    private static final double LARGE = 1500;
    private static final int MOST_TERMS = 3000;

    private IncompleteBeta() {}

    /** I_x(a, b) for x in [0, 1]. */
    public static Tails tails(double a, double b, double x) {
        return tails(a, b, x, 1 - x, excess(a, b, x));
    }

    /** d = a(1 − x) − b·x = a − (a + b)·x, rounded once. */
    public static double excess(double a, double b, double x) {
        double sum = a + b;
        double bRounded = sum - a;
        double sumError = (a - (sum - bRounded)) + (b - bRounded);
        double product = sum * x;
        double productError = Math.fma(sum, x, -product);
        return a - product - (productError + sumError * x);
    }

    /**
     * @param x in [0, 1]
     * @param y 1 − x to its own relative accuracy
     * @param d a·y − b·x to its own relative accuracy: the sign says on which side of the mean x lies
     */
    public static Tails tails(double a, double b, double x, double y, double d) {
        if (Double.isNaN(a) || Double.isNaN(b) || Double.isNaN(d)) {
            return Tails.UNDEFINED;
        }
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        if (y <= 0) {
            return Tails.ALL_BELOW;
        }
        if (nearSmallEnd(a, b, x)) {
            return ofSmallParameter(a, b, x, y, d);
        }
        if (nearSmallEnd(b, a, y)) {
            return ofSmallParameter(b, a, y, x, -d).mirrored();
        }
        return d >= 0 ? belowMean(a, b, x, y, d) : belowMean(b, a, y, x, -d).mirrored();
    }

    /** Whether the density has a pole at 0 and x is so near that both tails have short series. */
    private static boolean nearSmallEnd(double a, double b, double x) {
        return a < 1 && x <= 0.3 && b * x <= 0.7;
    }

    private static Tails ofSmallParameter(double a, double b, double x, double y, double d) {
        double logLower = logPower(a, b, x, y, d) + Math.log(ratio(a, b, x, y, d));
        return Tails.ofLogs(logLower, Math.log(upperOfSmallParameter(a, b, x)));
    }

    /** log(x^a y^b / B(a, b)): x·y times the density of a beta variable. */
    public static double logPower(double a, double b, double x, double y, double d) {
        double n = a + b;
        double x0 = n * x;
        double y0 = n * y;
        return LogDeviance.logPoisson(a, x0, d)
                + LogDeviance.logPoisson(b, y0, -d)
                - LogDeviance.logPoissonAtMean(n)
                + Math.log(a)
                + Math.log(b / n);
    }

    private static Tails belowMean(double a, double b, double x, double y, double d) {
        double logPower = logPower(a, b, x, y, d);
        double logLower = logPower + Math.log(ratio(a, b, x, y, d));
        if (Math.exp(logLower) <= Tails.COMPLEMENT_UP_TO) {
            return Tails.ofLogLower(logLower);
        }
        // Nearly everything lies below a point below the mean: a is small and the density piles up at 0.
        return Tails.ofLogs(logLower, logPower + Math.log(integral(b, a, y, x, -d)));
    }

    /** I_x(a, b) · B(a, b) / (x^a y^b) for x up to the mean. */
    private static double ratio(double a, double b, double x, double y, double d) {
        if (x <= 0.7 && (b <= 1 || b * x <= 0.7)) {
            // (1/a) Σ (a+b)_n / (a+1)_n x^n, DLMF 8.17.8.
            double term = 1 / a;
            double sum = term;
            for (int n = 0; term > 1e-17 * sum; n++) {
                term *= x * (a + b + n) / (a + 1 + n);
                sum += term;
            }
            return sum;
        }
        if (b > 1 && a + b <= LARGE) {
            double fraction = fraction(a, b, x, y, d);
            if (!Double.isNaN(fraction)) {
                return fraction;
            }
        }
        return integral(a, b, x, y, d);
    }

    /** BFRAC by the modified Lentz method; NaN where it has not settled. */
    private static double fraction(double a, double b, double x, double y, double d) {
        double beta = a * (d + 1) / (a + 1);
        double value = 1 / beta;
        double c = 1 / Double.MIN_NORMAL;
        double e = 1 / beta;
        for (int n = 1; n < MOST_TERMS; n++) {
            double middle = a + 2 * n - 1;
            double alpha = (a + n - 1) / middle * ((a + b + n - 1) / middle) * n * (b - n) * x * x;
            beta = n + n * (b - n) * x / middle + (a + n) / (a + 2 * n + 1) * (d + 1 + n * (1 + y));
            e = 1 / nonZero(beta + alpha * e);
            c = nonZero(beta + alpha / c);
            double change = c * e;
            value *= change;
            if (Math.abs(change - 1) < 1e-16) {
                return value;
            }
        }
        return Double.NaN;
    }

    /**
     * (1/y) ∫₀^∞ exp(−a·u + (b − 1)·log(1 + (x/y)(1 − e^{−u}))) du, from t = x·e^{−u}. For b > 1 the linear parts are joined
     * into −u(d + x)/y, the rest being negative.
     */
    private static double integral(double a, double b, double x, double y, double d) {
        double odds = x / y;
        if (b <= 1) {
            double power = b - 1;
            // Falls like e^{-au}, or sooner within the layer u < y/x where the other factor varies.
            return HalfLineQuadrature.integrate(
                            u -> -a * u + power * Math.log1p(-odds * Math.expm1(-u)),
                            1 / (a + (1 - b) * Math.min(odds, 1e6)))
                    / y;
        }
        double slope = (d + x) / y;
        double bend = (b - 1) * odds;
        double width = Math.sqrt(bend * (1 + odds));
        double scale = 1 / (Math.abs(slope) + width);
        return HalfLineQuadrature.integrate(
                        u -> {
                            double w = -odds * Math.expm1(-u);
                            return -slope * u
                                    - bend * ExponentialDifference.expMinusOneMinus(-u)
                                    + (b - 1) * LogDeviance.log1pMinus(w);
                        },
                        scale)
                / y;
    }

    /** 1 − I_x(a, b) for a < 1 and b·x of order 1: 1 − x^a/(a B(a, b)) · (1 + a Σ (1 − b)_j x^j / (j! (a + j))). */
    private static double upperOfSmallParameter(double a, double b, double x) {
        double exponent = a * Math.log(x) + GammaRatio.logRising(a, b) - GammaRatio.logGamma1p(a);
        double term = 1;
        double sum = 0;
        for (int j = 1; Math.abs(term) > 1e-18; j++) {
            term *= x * (j - b) / j;
            sum += term / (a + j);
        }
        return -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
    }
}
