package org.mlmath.numerics.distribution;

import java.util.List;

/**
 * Estimated parameters.
 *
 * @param parameters in the family's order, fixed ones included
 * @param standardErrors likewise; NaN for what was fixed, is an integer, or lies on a boundary
 * @param logLikelihood at the parameters
 * @param estimated how many parameters were estimated
 * @param gradientNorm largest derivative of log L per observation by an estimated parameter (a positive one's logarithm) where
 *     the search ended; 0 for closed forms, NaN for the method of moments
 * @param evaluations how often the score was computed
 * @param remarks what the caller should know, in sentences
 */
public record Fit(
        double[] parameters,
        double[] standardErrors,
        double logLikelihood,
        int estimated,
        double gradientNorm,
        int evaluations,
        List<String> remarks) {

    static Fit closedForm(
            double[] parameters,
            double[] standardErrors,
            double logLikelihood,
            int estimated,
            FitMethod method,
            List<String> remarks) {
        double gradient = method == FitMethod.MOMENTS ? Double.NaN : 0;
        return new Fit(parameters, standardErrors, logLikelihood, estimated, gradient, 1, remarks);
    }

    /** From a closed form, with the number of parameters that {@code fixed} leaves free. */
    static Fit closedForm(
            Family family,
            double[] parameters,
            double[] standardErrors,
            double[] data,
            double[] fixed,
            FitMethod method,
            String... remarks) {
        double[] errors = standardErrors.clone();
        int estimated = 0;
        for (int i = 0; i < errors.length; i++) {
            if (Double.isNaN(fixed[i])) {
                estimated++;
            } else {
                errors[i] = Double.NaN;
            }
        }
        double logLikelihood = Sample.logLikelihood(family.member(parameters), data);
        return closedForm(parameters, errors, logLikelihood, estimated, method, List.of(remarks));
    }

    /** Akaike's criterion 2k − 2·log L. */
    public double aic() {
        return 2.0 * estimated - 2 * logLikelihood;
    }

    /** Schwarz's criterion k·log n − 2·log L. */
    public double bic(int size) {
        return estimated * Math.log(size) - 2 * logLikelihood;
    }
}
