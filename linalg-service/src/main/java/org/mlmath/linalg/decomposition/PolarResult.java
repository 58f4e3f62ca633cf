package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A = UP, or A = PU")
public record PolarResult(
        @Schema(
                description = "U, m×n, with orthonormal columns where m ≥ n and orthonormal rows where m ≤ n",
                examples = "[[0, -1], [1, 0]]")
        Matrix unitary,

        @Schema(
                description =
                        "P, symmetric positive semidefinite: n×n, the root of AᵀA, or m×m, the root of AAᵀ, with side `left`",
                examples = "[[3, 0], [0, 2]]")
        Matrix positive,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    PolarResult withSteps(List<Step> shown) {
        return new PolarResult(unitary, positive, diagnostics, conventions, warnings, shown);
    }
}
