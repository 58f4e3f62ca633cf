package org.mlmath.stats.bayes.mcmc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How one chain went")
public record ChainReport(
        @Schema(description = "Mean acceptance probability after the warm-up")
        double acceptance,

        @Schema(description = "Step size after the warm-up; of metropolis the scale of its proposals")
        double stepSize,

        @Schema(description = "Draws whose trajectory the integrator lost")
        int divergences,

        @Schema(description = "Draws whose trajectory was cut off at its greatest length")
        int truncatedTrajectories,

        @Schema(
                description =
                        "E-BFMI, the estimated fraction of missing information: below 0.3 the tails are explored badly; null for metropolis",
                nullable = true)
        Double energyFraction,

        @Schema(description = "Evaluations of the log density, warm-up included")
        long evaluations) {}
