package org.mlmath.stats.distribution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the search for the largest likelihood ended")
public record FitDiagnostics(
        @Schema(
                description =
                        "Largest derivative of log L per observation by an estimated parameter (a positive one's logarithm);"
                                + " 0 for closed forms, null for the method of moments")
        double gradientNorm,

        @Schema(description = "How often the derivatives were computed")
        int evaluations) {}
