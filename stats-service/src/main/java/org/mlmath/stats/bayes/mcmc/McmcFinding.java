package org.mlmath.stats.bayes.mcmc;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Something found in the draws")
public record McmcFinding(
        @Schema(
                description =
                        "converged, high-r-hat, low-ess, divergences, low-energy-fraction, truncated-trajectories, stuck, runaway, few-chains",
                examples = "divergences")
        String code,

        @Schema(
                description = "info, warning, or error: with an error the summary is not to be used",
                examples = "warning")
        String severity,

        @Schema(description = "The numbers it rests on") Map<String, Object> evidence,

        @Schema(description = "What it means and what to try")
        String message) {}
