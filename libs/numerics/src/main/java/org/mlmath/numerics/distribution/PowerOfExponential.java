package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.GammaFunctions;

/**
 * Central moments of E^e, E a standard exponential variable, relative to the mean Γ(1 + e). For small e, where Γ(1 + 2e) and Γ(1 + e)² agree
 * in nearly all digits, as integrals of (t^e/Γ(1 + e) − 1)^j over v = −log t by the trapezoidal rule, whose error is of order
 * e^{−π²/h}; otherwise from the gamma functions.
 */
final class PowerOfExponential {
    private static final double SMALL = 0.2;
    private static final double STEP = 0.1;
    private static final double FIRST = -4.5;
    private static final double LAST = 45;

    private final double second;
    private final double third;
    private final double fourth;

    PowerOfExponential(double e) {
        double logMean = GammaFunctions.logGamma(1 + e);
        if (e > SMALL) {
            double r2 = relativeMoment(2, e, logMean);
            double r3 = relativeMoment(3, e, logMean);
            double r4 = relativeMoment(4, e, logMean);
            second = r2 - 1;
            third = r3 - 3 * r2 + 2;
            fourth = r4 - 4 * r3 + 6 * r2 - 3;
            return;
        }
        double[] sums = new double[5];
        for (int i = 0; FIRST + i * STEP <= LAST; i++) {
            double v = FIRST + i * STEP;
            double deviation = Math.expm1(-e * v - logMean);
            double term = STEP * Math.exp(-v - Math.exp(-v));
            for (int power = 1; power <= 4; power++) {
                term *= deviation;
                sums[power] += term;
            }
        }
        second = sums[2];
        third = sums[3];
        fourth = sums[4];
    }

    private static double relativeMoment(int order, double e, double logMean) {
        return Math.exp(GammaFunctions.logGamma(1 + order * e) - order * logMean);
    }

    /** Standard deviation over mean. */
    double variation() {
        return Math.sqrt(second);
    }

    double skewness() {
        return third / (second * Math.sqrt(second));
    }

    double excessKurtosis() {
        return fourth / (second * second) - 3;
    }
}
