package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a threshold does: scores at or above it count as positive")
public record PrecisionRecallPoint(
        @Schema(description = "The threshold; Infinity where nothing counts as positive")
        double threshold,

        @Schema(description = "Share of the positives found")
        double recall,

        @Schema(description = "Share of what counts as positive that is; 1 where nothing does")
        double precision,

        @Schema(description = "Harmonic mean of precision and recall")
        double f1) {}
