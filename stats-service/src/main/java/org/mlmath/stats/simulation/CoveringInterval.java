package org.mlmath.stats.simulation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An interval from one sample")
public record CoveringInterval(
        @Schema(description = "What the sample estimates") double estimate,
        @Schema(description = "Lower end") double lower,
        @Schema(description = "Upper end") double upper,

        @Schema(description = "Whether the true value lies in it")
        boolean covers) {}
