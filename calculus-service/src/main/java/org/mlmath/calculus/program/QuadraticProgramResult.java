package org.mlmath.calculus.program;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "What a quadratic program came to, with the proof of it")
public record QuadraticProgramResult(
        @Schema(description = "Whether there is an optimum, no feasible point, or no end to better ones")
        ProgramStatus status,

        @Schema(description = "The optimum", nullable = true, examples = "[1.4, 1.7]")
        double[] point,

        @Schema(
                description =
                        "½·xᵀQx + cᵀx at the optimum; \"-Infinity\" where the program is unbounded, null where it is infeasible",
                nullable = true,
                examples = "-6.45")
        Double value,

        @Schema(description = "The multipliers of the optimum", nullable = true)
        ProgramMultipliers multipliers,

        @Schema(
                description = "The inequalities that hold as equations there, by index",
                nullable = true,
                examples = "[0]")
        int[] active,

        @Schema(description = "b - A·x of the inequalities", nullable = true, examples = "[0, 1.2, 4]")
        double[] slack,

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
