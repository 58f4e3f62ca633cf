package org.mlmath.stats.resampling;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the p-value of a permutation test was found")
public record PermutationDiagnostics(
        @Schema(description = "What was permuted", examples = "exchange-between-samples")
        String method,

        @Schema(description = "Whether all arrangements were looked at")
        boolean exact,

        @Schema(description = "Standard error of the p-value from drawing arrangements at random; 0 where it is exact")
        double monteCarloError,

        @Schema(description = "Where the generator started, unless all arrangements were looked at", nullable = true)
        Long seed) {}
