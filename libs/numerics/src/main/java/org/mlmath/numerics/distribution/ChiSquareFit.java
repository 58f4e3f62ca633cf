package org.mlmath.numerics.distribution;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.GammaFunctions;

/** Maximum likelihood: ψ(ν/2) = mean of log(x/2). Moments: ν is the mean. */
final class ChiSquareFit {
    private static final double EULER = 0.57721566490153286;

    private ChiSquareFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, Double.POSITIVE_INFINITY, true);
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> new double[] {Double.isNaN(fixed[0]) ? mean : fixed[0]},
                    fixed,
                    "No chi-square distribution has these moments: the mean must be positive.");
        }
        return LikelihoodFit.fit(family, data, ChiSquareFit::score, new double[] {start(data)}, fixed, deadline);
    }

    /** 2ψ⁻¹ of the mean of log(x/2), roughly (T. Minka, Estimating a Dirichlet distribution, 2000). */
    private static double start(double[] data) {
        double mean = 0;
        for (double x : data) {
            mean += Math.log(0.5 * x) / data.length;
        }
        return mean > -2.22 ? 2 * (Math.exp(mean) + 0.5) : -2 / (mean + EULER);
    }

    private static void score(double[] p, double[] data, double[] gradient) {
        double digamma = GammaFunctions.digamma(0.5 * p[0]);
        for (double x : data) {
            gradient[0] += 0.5 * (Math.log(0.5 * x) - digamma);
        }
    }
}
