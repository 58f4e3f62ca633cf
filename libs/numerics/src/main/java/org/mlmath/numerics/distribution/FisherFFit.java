package org.mlmath.numerics.distribution;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.GammaFunctions;

/** Maximum likelihood in both degrees of freedom; moments from the mean d₂/(d₂ − 2) and the variance. */
final class FisherFFit {
    private FisherFFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, Double.POSITIVE_INFINITY, true);
        boolean anyFree = Double.isNaN(fixed[0]) || Double.isNaN(fixed[1]);
        if (anyFree && !(sample.meanSquareAbout(sample.mean()) > 0) && data.length > 1) {
            throw Sample.noVariation(data.length);
        }
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> fromMoments(mean, variance, fixed),
                    fixed,
                    "No F distribution has these moments: the mean must lie between 1 and 2 and the variance must be large enough. Use mle.");
        }
        return LikelihoodFit.fit(family, data, FisherFFit::score, new double[] {4, 8}, fixed, deadline);
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double d2 = Double.isNaN(fixed[1]) ? 2 * mean / (mean - 1) : fixed[1];
        if (Double.isNaN(fixed[1]) && !(mean > 1)) {
            d2 = Double.NaN;
        }
        double d1 = fixed[0];
        if (Double.isNaN(d1)) {
            double expected = d2 / (d2 - 2);
            // Var = 2 E² (d₁ + d₂ − 2) / (d₁ (d₂ − 4)), solved for d₁.
            d1 = d2 > 4
                    ? 2 * expected * expected * (d2 - 2) / (variance * (d2 - 4) - 2 * expected * expected)
                    : Double.NaN;
        }
        return new double[] {d1, d2};
    }

    /** With log f = a·log s + b·log(1 − s) − log B(a, b) − log x, where s = r/(1 + r) depends on a/b through r = a·x/b. */
    private static void score(double[] p, double[] data, double[] gradient) {
        double a = 0.5 * p[0];
        double b = 0.5 * p[1];
        double both = GammaFunctions.digamma(a + b);
        double ofNumerator = both - GammaFunctions.digamma(a);
        double ofDenominator = both - GammaFunctions.digamma(b);
        for (double x : data) {
            double r = a * x / b;
            double share = r < 1 ? r / (1 + r) : 1 / (1 + 1 / r);
            double rest = r < 1 ? 1 / (1 + r) : (1 / r) / (1 + 1 / r);
            double shift = a * rest - b * share;
            gradient[0] += 0.5 * (Math.log(share) + shift / a + ofNumerator);
            gradient[1] += 0.5 * (Math.log(rest) - shift / b + ofDenominator);
        }
    }
}
