package org.mlmath.numerics.distribution;

import java.util.List;

/**
 * Estimated parameters.
 *
 * @param parameters in the family's order, fixed ones included
 * @param standardErrors likewise; NaN for what was fixed, is an integer, or lies on a boundary
 * @param logLikelihood at the parameters
 * @param estimated how many parameters were estimated
 * @param remarks what the caller should know, in sentences
 */
public record Fit(
        double[] parameters, double[] standardErrors, double logLikelihood, int estimated, List<String> remarks) {

    /** Akaike's criterion 2k − 2·log L. */
    public double aic() {
        return 2.0 * estimated - 2 * logLikelihood;
    }

    /** Schwarz's criterion k·log n − 2·log L. */
    public double bic(int size) {
        return estimated * Math.log(size) - 2 * logLikelihood;
    }
}
