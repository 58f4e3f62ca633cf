package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "What the model says at a point")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RegressionPrediction(
        @Schema(description = "The estimated mean of the target there")
        double estimate,

        @Schema(description = "Standard error of the estimated mean", nullable = true)
        Double standardError,

        @Schema(description = "Confidence interval of the mean", nullable = true)
        Interval confidenceInterval,

        @Schema(description = "Interval for one new observation there, of weight 1", nullable = true)
        Interval predictionInterval) {}
