package org.mlmath.stats.bayes.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "What is known of an arm's rate or mean: a beta distribution, or a scaled t distribution")
public record ArmPosterior(
        @Schema(description = "First parameter of the beta distribution", nullable = true)
        Double alpha,

        @Schema(description = "Second parameter of the beta distribution", nullable = true)
        Double beta,

        @Schema(description = "Degrees of freedom of the t distribution", nullable = true)
        Double degreesOfFreedom,

        @Schema(description = "Centre of the t distribution", nullable = true)
        Double location,

        @Schema(description = "Scale of the t distribution", nullable = true)
        Double scale,

        @Schema(description = "Posterior mean; null where there is none", nullable = true)
        Double mean,

        @Schema(description = "Posterior standard deviation; null where there is none", nullable = true)
        Double standardDeviation,

        @Schema(description = "Equal-tailed credible interval")
        Interval interval) {}
