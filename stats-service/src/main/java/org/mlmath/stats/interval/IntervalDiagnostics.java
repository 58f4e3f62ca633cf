package org.mlmath.stats.interval;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the interval was found")
public record IntervalDiagnostics(
        @Schema(description = "The method or reference distribution used", examples = "student-t")
        String method,

        @Schema(description = "Whether the level is attained at least, when the assumptions hold, rather than nearly")
        boolean exact,

        @Schema(
                description =
                        "Of an interval between order statistics: the probability with which it holds the parameter",
                nullable = true)
        Double attainedLevel) {}
