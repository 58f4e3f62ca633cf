package org.mlmath.numerics.special;

/** Differences that cancel nearly all of the digamma function ψ at large x, by its asymptotic series (DLMF 5.11.2). For x > 0. */
public final class DigammaDifference {
    private static final double SERIES_FROM = 16;

    private DigammaDifference() {}

    /** ψ(x) − log x. */
    public static double minusLog(double x) {
        return x < SERIES_FROM ? GammaFunctions.digamma(x) - Math.log(x) : -0.5 / x - series(x);
    }

    /** ψ(x + ½) − ψ(x). */
    public static double halfStep(double x) {
        if (x < SERIES_FROM) {
            return GammaFunctions.digamma(x + 0.5) - GammaFunctions.digamma(x);
        }
        return Math.log1p(0.5 / x) + 0.25 / (x * (x + 0.5)) + series(x) - series(x + 0.5);
    }

    private static double series(double z) {
        double s = 1 / (z * z);
        return s
                * (1.0 / 12
                        - s
                                * (1.0 / 120
                                        - s
                                                * (1.0 / 252
                                                        - s
                                                                * (1.0 / 240
                                                                        - s
                                                                                * (1.0 / 132
                                                                                        - s
                                                                                                * (691.0 / 32760
                                                                                                        - s / 12))))));
    }
}
