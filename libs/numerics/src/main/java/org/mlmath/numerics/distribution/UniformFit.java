package org.mlmath.numerics.distribution;

import org.mlmath.numerics.Deadline;

/** The sample's extremes, or by moments its mean ± √3 standard deviations. */
final class UniformFit {
    private static final double ROOT_THREE = Math.sqrt(3);

    private UniformFit() {}

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        sample.requireVariation(fixed);
        Sample.requireSupport(
                family,
                data,
                ScoreFit.or(fixed[0], Double.NEGATIVE_INFINITY),
                ScoreFit.or(fixed[1], Double.POSITIVE_INFINITY),
                false);
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> fromMoments(mean, variance, fixed),
                    fixed,
                    "No uniform distribution has these moments. Use mle.");
        }
        double[] parameters = {ScoreFit.or(fixed[0], sample.smallest()), ScoreFit.or(fixed[1], sample.largest())};
        return Fit.closedForm(
                family,
                parameters,
                new double[] {Double.NaN, Double.NaN},
                data,
                fixed,
                method,
                "The likelihood is largest where the data end, which is nearer together than where the distribution does; there the"
                        + " information says nothing.");
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double lower = fixed[0];
        double upper = fixed[1];
        if (Double.isNaN(lower)) {
            lower = Double.isNaN(upper) ? mean - ROOT_THREE * Math.sqrt(variance) : 2 * mean - upper;
        }
        if (Double.isNaN(upper)) {
            upper = 2 * mean - lower;
        }
        return new double[] {lower, upper};
    }
}
