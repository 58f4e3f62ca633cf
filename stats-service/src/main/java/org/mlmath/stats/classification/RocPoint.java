package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a threshold does: scores at or above it count as positive")
public record RocPoint(
        @Schema(description = "The threshold; Infinity where nothing counts as positive")
        double threshold,

        @Schema(description = "Share of the negatives taken for positive")
        double falsePositiveRate,

        @Schema(description = "Share of the positives found")
        double truePositiveRate) {}
