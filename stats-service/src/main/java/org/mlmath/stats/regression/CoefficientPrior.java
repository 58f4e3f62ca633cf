package org.mlmath.stats.regression;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Numbers;

@Schema(
        description =
                "What is believed of the coefficients, in their order with the intercept first, and of the variance of the noise:"
                        + " β given σ² is normal with this mean and covariance σ²·V, σ² is inverse-gamma. What is not given is flat")
public record CoefficientPrior(
        @Schema(
                description = "Mean of the coefficients: one for all, or one for each",
                defaultValue = "0",
                examples = "0")
        Numbers mean,

        @Schema(
                description =
                        "V⁻¹: a number for all coefficients, one for each, or a symmetric matrix; 0 is flat. In units of 1/σ², but"
                                + " where the noise is known, absolute",
                examples = "0.1",
                nullable = true)
        PriorScale precision,

        @Schema(description = "V, where that is easier to give than its inverse", examples = "10", nullable = true)
        PriorScale covariance,

        @Schema(
                description = "Shape of the inverse-gamma prior of σ²; 0 without one",
                defaultValue = "0",
                examples = "2")
        Double shape,

        @Schema(description = "Its rate (the scale of σ²); 0 without one", defaultValue = "0", examples = "1")
        Double rate) {
    static final CoefficientPrior FLAT = new CoefficientPrior(null, null, null, null, null);

    public CoefficientPrior {
        mean = mean == null ? new Numbers(new double[] {0}) : mean;
    }
}
