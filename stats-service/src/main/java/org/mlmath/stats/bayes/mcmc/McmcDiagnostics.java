package org.mlmath.stats.bayes.mcmc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How exact the answer is")
public record McmcDiagnostics(
        @Schema(
                description =
                        "The largest Monte-Carlo standard error of a mean, in standard deviations of its variable; null where unknown",
                nullable = true)
        Double monteCarloError,

        @Schema(description = "The seed used") long seed,

        @Schema(description = "Divergent draws of all chains")
        int divergences,

        @Schema(description = "Evaluations of the log density by all chains, warm-up included")
        long evaluations) {}
