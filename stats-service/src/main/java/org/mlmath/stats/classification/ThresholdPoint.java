package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a threshold does: scores at or above it count as positive")
public record ThresholdPoint(
        @Schema(description = "The threshold; Infinity where nothing counts as positive")
        double threshold,

        @Schema(description = "What the decisions cost per observation")
        double cost,

        @Schema(description = "Positives found") int truePositives,

        @Schema(description = "Negatives taken for positive")
        int falsePositives,

        @Schema(description = "Positives missed") int falseNegatives,
        @Schema(description = "Negatives left alone") int trueNegatives) {}
