package org.mlmath.numerics.distribution;

/**
 * What a continuous family with a smooth likelihood needs to be fitted: the score, a place to start from, and the equations of
 * its moments.
 */
final class ScoreFit {
    /** Rough parameters from data. */
    @FunctionalInterface
    interface Start {
        double[] from(double[] data, Sample sample);
    }

    /** Parameters from mean, variance and the fixed parameters (NaN where free); NaN where none has these moments. */
    @FunctionalInterface
    interface Equations {
        double[] solve(double mean, double variance, double[] fixed);
    }

    private ScoreFit() {}

    /**
     * @param lower observations lie above this
     * @param upper and below this
     * @param impossible what is said where no member has the sample's moments
     */
    static Family.Fitter of(
            double lower,
            double upper,
            LikelihoodFit.Score score,
            Start start,
            Equations equations,
            String impossible) {
        return (family, data, method, fixed, deadline) -> {
            Sample sample = Sample.of(data);
            if (lower > Double.NEGATIVE_INFINITY) {
                Sample.requireSupport(family, data, lower, upper, !family.discrete());
            }
            sample.requireVariation(fixed);
            if (method == FitMethod.MOMENTS) {
                return MomentFit.fit(
                        family,
                        data,
                        (mean, variance, fourth) -> equations.solve(mean, variance, fixed),
                        fixed,
                        impossible);
            }
            return LikelihoodFit.fit(family, data, score, start.from(data, sample), fixed, deadline);
        };
    }

    /** On the whole real line. */
    static Family.Fitter of(LikelihoodFit.Score score, Start start, Equations equations, String impossible) {
        return of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, score, start, equations, impossible);
    }

    /** The fixed value where there is one. */
    static double or(double fixed, double estimate) {
        return Double.isNaN(fixed) ? estimate : fixed;
    }
}
