package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.proportion.ProportionBounds;

@Schema(description = "Wilson's confidence intervals; null where a share divides by nothing")
public record ClassIntervals(
        @Schema(description = "Of the precision", nullable = true)
        Interval precision,

        @Schema(description = "Of the recall", nullable = true)
        Interval recall,

        @Schema(description = "Of the specificity", nullable = true)
        Interval specificity,

        @Schema(description = "Of the negative predictive value", nullable = true)
        Interval negativePredictiveValue) {
    static Interval wilson(long part, long rest, double outside) {
        return part + rest == 0 ? null : ProportionBounds.wilson(part, part + rest, outside);
    }
}
