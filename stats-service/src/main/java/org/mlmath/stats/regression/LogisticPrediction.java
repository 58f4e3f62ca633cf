package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "The probability of a 1 at a point")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LogisticPrediction(
        @Schema(description = "The estimated probability") double estimate,

        @Schema(description = "Its standard error, by the delta method", nullable = true)
        Double standardError,

        @Schema(description = "Confidence interval of the probability, from that of the log-odds", nullable = true)
        Interval confidenceInterval,

        @Schema(description = "The log-odds, x·β") double linearPredictor) {}
