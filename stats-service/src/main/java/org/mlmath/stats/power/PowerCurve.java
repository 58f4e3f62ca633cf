package org.mlmath.stats.power;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Power over sample sizes, for drawing")
public record PowerCurve(
        @Schema(description = "Sample sizes, ascending") double[] sampleSize,
        @Schema(description = "The power with each of them") double[] power) {}
