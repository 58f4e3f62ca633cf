package org.mlmath.linalg.property;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "xᵀAx = Σλᵢ·yᵢ² in the coordinates y along the axes")
public record QuadraticFormResult(
        @Schema(
                description =
                        "Which signs the form takes for x ≠ 0; the form that is always 0 counts as positive-semidefinite",
                examples = "positive-definite")
        DefinitenessClass definiteness,

        @Schema(description = "λ, ascending; those that are zero are exactly 0, up to order 64", examples = "[1, 3]")
        double[] eigenvalues,

        @Schema(
                description = "The principal axes: orthonormal vectors in the columns, in the order of the eigenvalues",
                examples = "[[0.7071067811865475, 0.7071067811865475], [-0.7071067811865475, 0.7071067811865475]]")
        Matrix axes,

        @Schema(description = "How right the answer is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    QuadraticFormResult withSteps(List<Step> shown) {
        return new QuadraticFormResult(definiteness, eigenvalues, axes, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "QuadraticFormDiagnostics", description = "How a quadratic form was classified")
    public record Diagnostics(
            @Schema(description = "How many eigenvalues are positive", examples = "2")
            int positive,

            @Schema(description = "How many eigenvalues are negative", examples = "0")
            int negative,

            @Schema(description = "How many eigenvalues are zero", examples = "0")
            int zero,

            @Schema(description = "What decided the signs: `exact`, without rounding; `tolerance`, sizes")
            RankDecision rankDecidedBy,

            @Schema(description = "Eigenvalues within it counted as zero", nullable = true)
            Double tolerance,

            @Schema(description = "‖ZᵀZ − I‖_F of the axes", examples = "1e-16")
            double orthogonality) {}
}
