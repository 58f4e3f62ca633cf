package org.mlmath.stats.experiment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether the observations were split between the arms as planned")
public record SampleRatio(
        @Schema(description = "Share of a that was planned") double expectedShare,

        @Schema(description = "Share of a that was observed")
        double observedShare,

        @Schema(description = "Exact probability of a split at least as unlikely, had it been done as planned")
        double pValue,

        @Schema(description = "Whether that is below 0.001, the usual alarm")
        boolean mismatch) {}
