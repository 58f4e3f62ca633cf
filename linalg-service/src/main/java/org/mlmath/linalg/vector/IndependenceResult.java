package org.mlmath.linalg.vector;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;

@Schema(description = "Whether none of the vectors is a combination of the others")
public record IndependenceResult(
        @Schema(description = "Whether only the combination with coefficients 0 gives zero", examples = "false")
        boolean independent,

        @Schema(description = "Dimension of their span", examples = "1")
        int rank,

        @Schema(
                description =
                        "Coefficients, one per vector and not all 0, of a combination that gives zero; absent for independent vectors",
                examples = "[-2, 1]",
                nullable = true)
        double[] relation,

        @Schema(description = "How it was decided") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The row operations, when asked for", nullable = true)
        List<Step> steps) {

    IndependenceResult withSteps(List<Step> shown) {
        return new IndependenceResult(independent, rank, relation, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "IndependenceDiagnostics", description = "How the rank was decided")
    public record Diagnostics(
            @Schema(
                    description =
                            "What decided the rank: `exact`, fractions; `tolerance`, the singular values above it")
            RankDecision rankDecidedBy,

            @Schema(description = "Singular values at or below it counted as zero", nullable = true)
            Double tolerance,

            @Schema(
                    description =
                            "‖Σcᵢ·vᵢ‖ of the relation, over Σ|cᵢ|·‖vᵢ‖: what rounding and the tolerance leave of zero; present with a"
                                    + " relation",
                    examples = "1e-16",
                    nullable = true)
            Double residual) {}
}
