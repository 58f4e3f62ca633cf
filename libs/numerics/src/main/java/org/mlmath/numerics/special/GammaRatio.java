package org.mlmath.numerics.special;

/** Logarithms of quotients of gamma functions whose arguments lie close together: no difference of two large logarithms. */
public final class GammaRatio {
    // Gauss-Legendre, six points on (0, 1): over an interval of length 1 beyond 16 the digamma function is a polynomial
    // to 1e-17.
    private static final double[] NODES = {
        0.033765242898423986,
        0.16939530676686776,
        0.38069040695840155,
        0.61930959304159845,
        0.83060469323313224,
        0.96623475710157601
    };
    private static final double[] WEIGHTS = {
        0.085662246189585172,
        0.18038078652406930,
        0.23395696728634552,
        0.23395696728634552,
        0.18038078652406930,
        0.085662246189585172
    };

    private GammaRatio() {}

    /**
     * log(Γ(b + a) / Γ(b)), relative to a: for a → 0 it is a·ψ(b) to full accuracy.
     *
     * @param a from 0 to 1
     * @param b > 0
     */
    public static double logRising(double a, double b) {
        double sum = 0;
        double z = b;
        while (z < 16) {
            sum -= Math.log1p(a / z);
            z++;
        }
        double integral = 0;
        for (int i = 0; i < NODES.length; i++) {
            integral += WEIGHTS[i] * GammaFunctions.digamma(z + a * NODES[i]);
        }
        return sum + a * integral;
    }

    /** log Γ(a + 1) for a ≥ 0, relative to a near 0. */
    public static double logGamma1p(double a) {
        return a <= 1 ? logRising(a, 1) : -LogDeviance.logPoissonAtMean(a) + a * Math.log(a) - a;
    }

    /** log Γ(a + 1) − a·log a + a for a > 0: what Stirling's formula leaves, ½·log 2πa and less. */
    public static double logGammaExcess(double a) {
        return -LogDeviance.logPoissonAtMean(a);
    }

    /** log B(a, b) for a, b > 0. */
    public static double logBeta(double a, double b) {
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        if (small <= 1) {
            return logGamma1p(small) - Math.log(small) - logRising(small, large);
        }
        return -IncompleteBeta.logPower(a, b, a / (a + b), b / (a + b), 0)
                - a * Math.log1p(b / a)
                - b * Math.log1p(a / b);
    }
}
