package org.mlmath.stats.estimation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the search for the maximum ended")
public record EstimationDiagnostics(
        @Schema(
                description =
                        "Largest derivative per observation by an estimated parameter, on the scale of the search; 0 for closed forms")
        double gradientNorm,

        @Schema(description = "How often the function or its derivatives were computed")
        int evaluations) {}
