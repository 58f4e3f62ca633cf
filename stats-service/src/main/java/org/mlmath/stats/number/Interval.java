package org.mlmath.stats.number;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The numbers from lower to upper, both included")
public record Interval(
        @Schema(description = "Lower end; -Infinity where there is none")
        double lower,

        @Schema(description = "Upper end; Infinity where there is none")
        double upper) {}
