package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.GammaFunctions;

/** The logarithm of a Weibull variable is a Gumbel one, reflected: that gives the start. Moments: the shape from the coefficient of variation. */
final class WeibullFit {
    static final Family.Fitter FITTER = ScoreFit.of(
            0,
            Double.POSITIVE_INFINITY,
            WeibullFit::score,
            (data, sample) -> start(data),
            WeibullFit::fromMoments,
            "No Weibull distribution has these moments: the variance must be positive.");

    private static final double ROOT_SIX_OVER_PI = Math.sqrt(6) / Math.PI;

    private WeibullFit() {}

    private static double[] start(double[] data) {
        double[] logarithms = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            logarithms[i] = Math.log(data[i]);
        }
        Sample sample = Sample.of(logarithms);
        double spread = ROOT_SIX_OVER_PI * Math.sqrt(sample.meanSquareAbout(sample.mean()));
        double shape = 1 / Math.max(spread, 1e-12);
        return new double[] {shape, Math.exp(sample.mean() + Weibull.EULER / shape)};
    }

    private static void score(double[] p, double[] data, double[] gradient) {
        double k = p[0];
        for (double x : data) {
            double log = Math.log(x / p[1]);
            double power = Math.exp(k * log);
            gradient[0] += 1 / k + log * (1 - power);
            gradient[1] += k / p[1] * (power - 1);
        }
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double shape = ScoreFit.or(fixed[0], 1 / exponent(Math.sqrt(variance) / mean));
        return new double[] {shape, ScoreFit.or(fixed[1], mean / GammaFunctions.gamma(1 + 1 / shape))};
    }

    /** The e at which E^e has this coefficient of variation, which grows with e. */
    private static double exponent(double variation) {
        if (!(variation > 0)) {
            return Double.NaN;
        }
        double low = 1e-9;
        double high = 100;
        for (int i = 0; i < 100 && high / low > 1 + 1e-15; i++) {
            double middle = Math.sqrt(low * high);
            if (new PowerOfExponential(middle).variation() < variation) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(low * high);
    }
}
