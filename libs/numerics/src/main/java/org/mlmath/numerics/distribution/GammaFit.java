package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.GammaFunctions;

/** Score and start of the gamma distribution and of the reciprocal's, the inverse gamma distribution. */
final class GammaFit {
    static final Family.Fitter FITTER = ScoreFit.of(
            0,
            Double.POSITIVE_INFINITY,
            GammaFit::score,
            (data, sample) -> start(data, 1),
            GammaFit::fromMoments,
            "No gamma distribution has these moments: the variance must be positive.");

    static final Family.Fitter OF_RECIPROCAL = ScoreFit.of(
            0,
            Double.POSITIVE_INFINITY,
            GammaFit::scoreOfReciprocal,
            (data, sample) -> start(data, -1),
            GammaFit::reciprocalFromMoments,
            "No inverse gamma distribution has these moments: the variance must be positive.");

    private GammaFit() {}

    private static void score(double[] p, double[] data, double[] gradient) {
        double constant = Math.log(p[1]) - GammaFunctions.digamma(p[0]);
        for (double x : data) {
            gradient[0] += constant + Math.log(x);
            gradient[1] += p[0] / p[1] - x;
        }
    }

    private static void scoreOfReciprocal(double[] p, double[] data, double[] gradient) {
        double constant = Math.log(p[1]) - GammaFunctions.digamma(p[0]);
        for (double x : data) {
            gradient[0] += constant - Math.log(x);
            gradient[1] += p[0] / p[1] - 1 / x;
        }
    }

    /** The shape from log of the mean less mean of the logs (T. Minka, Estimating a gamma distribution, 2002). */
    private static double[] start(double[] data, int power) {
        double mean = 0;
        double meanLog = 0;
        for (double x : data) {
            mean += Math.pow(x, power) / data.length;
            meanLog += power * Math.log(x) / data.length;
        }
        double s = Math.max(Math.log(mean) - meanLog, 1e-12);
        double shape = (3 - s + Math.sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
        return new double[] {shape, shape / mean};
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double shape = fixed[0];
        double rate = fixed[1];
        if (Double.isNaN(shape)) {
            shape = Double.isNaN(rate) ? mean * mean / variance : mean * rate;
        }
        return new double[] {shape, Double.isNaN(rate) ? shape / mean : rate};
    }

    private static double[] reciprocalFromMoments(double mean, double variance, double[] fixed) {
        double shape = fixed[0];
        double scale = fixed[1];
        if (Double.isNaN(shape)) {
            shape = Double.isNaN(scale) ? 2 + mean * mean / variance : 1 + scale / mean;
        }
        return new double[] {shape, Double.isNaN(scale) ? mean * (shape - 1) : scale};
    }
}
