package org.mlmath.numerics.special;

/**
 * The saddle-point form of x^a e^{−x} / Γ(a + 1), the factor in front of every incomplete gamma and beta function. Written with
 * the deviance D(a, m) = a·log(a/m) + m − a ≥ 0 and Stirling's remainder δ it has no large terms that cancel, so that it keeps
 * its relative accuracy for arguments from 1e-300 to 1e15.
 *
 * <p>Source: C. Loader, <i>Fast and accurate computation of binomial probabilities</i>, Bell Labs report, 2000; here for
 * real a.
 */
public final class LogDeviance {
    private static final double HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
    private static final double STIRLING_FROM = 16;

    private LogDeviance() {}

    /**
     * log(m^a e^{−m} / Γ(a + 1)), the logarithm of a Poisson probability where a is an integer.
     *
     * @param d a − m, to its full relative accuracy
     */
    public static double logPoisson(double a, double m, double d) {
        if (a < 0.5) {
            return a == 0 ? -m : a * Math.log(m) - m - GammaRatio.logGamma1p(a);
        }
        return -deviance(a, m, d) - stirlingRemainder(a) - HALF_LOG_TWO_PI - 0.5 * Math.log(a);
    }

    /** log(a^a e^{−a} / Γ(a + 1)). */
    static double logPoissonAtMean(double a) {
        return logPoisson(a, a, 0);
    }

    /** D(a, m) = a·log(a/m) + m − a with d = a − m. */
    static double deviance(double a, double m, double d) {
        double delta = d / m;
        if (Math.abs(delta) < 0.6) {
            double r = d / (m + a);
            return d * r + 2 * a * r * atanhRemainder(r);
        }
        double ratio = a / m;
        double log = ratio > 0 && ratio < Double.POSITIVE_INFINITY ? Math.log(ratio) : Math.log(a) - Math.log(m);
        return a * log - d;
    }

    /** log(1 + x) − x, accurate near 0. */
    static double log1pMinus(double x) {
        if (Math.abs(x) > 0.6) {
            return Math.log1p(x) - x;
        }
        double r = x / (2 + x);
        return -x * r + 2 * r * atanhRemainder(r);
    }

    /** atanh(r)/r − 1 = r²/3 + r⁴/5 + … for |r| < 0.45. */
    private static double atanhRemainder(double r) {
        double square = r * r;
        double power = square;
        double sum = 0;
        for (int k = 3; ; k += 2) {
            double next = sum + power / k;
            if (next == sum || Double.isNaN(next)) {
                return next;
            }
            sum = next;
            power *= square;
        }
    }

    /**
     * δ(a) = log Γ(a + 1) − (a + ½)·log a + a − ½·log 2π for a > 0. Below 16 the argument is raised by
     * δ(a) − δ(a + 1) = atanh(v)/v − 1 with v = 1/(2a + 1), whose terms are all positive.
     */
    static double stirlingRemainder(double a) {
        double sum = 0;
        double z = a;
        while (z < STIRLING_FROM) {
            double v = 1 / (2 * z + 1);
            sum += v < 0.45 ? atanhRemainder(v) : 0.5 * Math.log1p(1 / z) / v - 1;
            z++;
        }
        double s = 1 / (z * z);
        double series = (1.0 / 12
                        - s
                                * (1.0 / 360
                                        - s
                                                * (1.0 / 1260
                                                        - s
                                                                * (1.0 / 1680
                                                                        - s
                                                                                * (1.0 / 1188
                                                                                        - s
                                                                                                * (691.0 / 360360
                                                                                                        - s
                                                                                                                * (1.0
                                                                                                                        / 156)))))))
                / z;
        return sum + series;
    }
}
