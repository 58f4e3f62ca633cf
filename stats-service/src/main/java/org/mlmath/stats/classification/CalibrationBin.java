package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "The observations whose predicted probability is from lower to upper")
public record CalibrationBin(
        @Schema(description = "Lower end of the bin") double lower,
        @Schema(description = "Upper end of the bin") double upper,
        @Schema(description = "Number of observations") int count,

        @Schema(description = "Mean of their predicted probabilities")
        double meanPredicted,

        @Schema(description = "Share of them that are positive")
        double observedRate,

        @Schema(description = "Wilson's confidence interval of that share")
        Interval confidenceInterval) {}
