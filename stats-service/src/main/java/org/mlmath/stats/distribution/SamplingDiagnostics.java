package org.mlmath.stats.distribution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What chance does to values drawn at random")
public record SamplingDiagnostics(
        @Schema(
                description =
                        "Standard error of the mean of the values: the distribution's standard deviation over √size")
        double monteCarloError,

        @Schema(description = "The seed that gives these values again")
        long seed) {}
