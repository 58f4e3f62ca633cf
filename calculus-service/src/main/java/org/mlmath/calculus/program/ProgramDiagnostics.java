package org.mlmath.calculus.program;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How well the conditions of an optimum hold; null where there is none")
public record ProgramDiagnostics(
        @Schema(description = "The largest of the following four", nullable = true, examples = "1e-15")
        Double kktResidual,

        @Schema(description = "The most by which a constraint or bound is violated", nullable = true, examples = "0")
        Double primalInfeasibility,

        @Schema(
                description = "The largest entry of the gradient of the Lagrangian",
                nullable = true,
                examples = "1e-16")
        Double gradientNorm,

        @Schema(description = "The largest product of a multiplier and its slack", nullable = true, examples = "0")
        Double complementarity,

        @Schema(
                description = "The value less that of the dual program at the multipliers",
                nullable = true,
                examples = "0")
        Double dualityGap,

        @Schema(description = "How many steps the method made", examples = "3")
        int evaluations) {}
