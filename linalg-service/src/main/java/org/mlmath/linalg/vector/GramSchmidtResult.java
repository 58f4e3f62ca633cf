package org.mlmath.linalg.vector;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "vectors = coefficients · basis, the rows of basis orthogonal to each other")
public record GramSchmidtResult(
        @Schema(
                description =
                        "r orthogonal vectors of n entries, one per row; the first j span what the first independent j vectors do",
                examples = "[[0.6, 0.8], [-0.8, 0.6]]")
        Matrix basis,

        @Schema(
                description = "k×r: row i says how much of each vector of the basis makes vector i",
                examples = "[[5, 0], [2.2, 0.4]]")
        Matrix coefficients,

        @Schema(
                description = "Which vectors depend on those before them and so add nothing to the basis, from 0",
                examples = "[2]")
        int[] dependent,

        @Schema(description = "How right the basis is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "GramSchmidtDiagnostics", description = "How right an orthogonal basis is")
    public record Diagnostics(
            @Schema(description = "‖QQᵀ − I‖_F of the basis at length 1", examples = "2e-16")
            double orthogonality,

            @Schema(
                    description =
                            "What decided which vectors depend: `exact`, fractions; `tolerance`, what was left of them")
            RankDecision rankDecidedBy,

            @Schema(
                    description = "Relative to the vector: left with no more than that, it counted as dependent",
                    nullable = true)
            Double tolerance) {}
}
