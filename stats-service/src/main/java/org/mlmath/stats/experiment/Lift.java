package org.mlmath.stats.experiment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "By how much B differs from A")
public record Lift(
        @Schema(description = "B - A") double absolute,

        @Schema(description = "Confidence interval of B - A at 1 - alpha")
        Interval interval,

        @Schema(description = "B / A - 1; null where A is 0", nullable = true)
        Double relative,

        @Schema(description = "Confidence interval of B / A - 1; null where it has none", nullable = true)
        Interval relativeInterval) {}
