package org.mlmath.calculus.program;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "What a linear program came to, with the proof of it")
public record LinearProgramResult(
        @Schema(description = "Whether there is an optimum, no feasible point, or no end to better ones")
        ProgramStatus status,

        @Schema(description = "The optimum", nullable = true, examples = "[2, 6]")
        double[] point,

        @Schema(
                description =
                        "cᵀx at the optimum; infinite where the program is unbounded, null where it is infeasible",
                nullable = true,
                examples = "36")
        Double value,

        @Schema(
                description =
                        "The multipliers of the inequalities, then of the equations: the optimum of the dual program",
                nullable = true,
                examples = "[0, 1.5, 1]")
        double[] dual,

        @Schema(description = "b - A·x of the inequalities", nullable = true, examples = "[2, 0, 0]")
        double[] slack,

        @Schema(description = "All multipliers, those of the bounds among them", nullable = true)
        ProgramMultipliers multipliers,

        @Schema(
                description =
                        "By how much the value changes with b, per unit: of the inequalities, then of the equations",
                nullable = true,
                examples = "[0, 1.5, 1]")
        double[] shadowPrices,

        @Schema(description = "Whether the optimum is certainly the only one", nullable = true)
        Boolean unique,

        @Schema(description = "The proof, where there is no optimum", nullable = true)
        ProgramCertificate certificate,

        @Schema(description = "How well the conditions of an optimum hold")
        ProgramDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries differ")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, where it was asked for", nullable = true)
        List<Step> steps) {}
