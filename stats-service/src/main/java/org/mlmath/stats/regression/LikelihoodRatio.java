package org.mlmath.stats.regression;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The test that all coefficients but the intercept are 0")
public record LikelihoodRatio(
        @Schema(description = "Twice the difference of the log-likelihoods")
        double value,

        @Schema(description = "Degrees of freedom of its chi-square distribution")
        int degreesOfFreedom,

        @Schema(description = "Probability, were all of them 0, of a value at least as large")
        double pValue) {}
