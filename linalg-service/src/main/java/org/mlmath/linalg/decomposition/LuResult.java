package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A[permutation] = LU, with k = min(m, n)")
public record LuResult(
        @Schema(description = "The row of A that stands at each place, from 0", examples = "[1, 0]")
        int[] permutation,

        @Schema(
                description = "L, m×k: 1 on the diagonal, 0 above, the multipliers below, none larger than 1",
                examples = "[[1, 0], [0.5, 1]]")
        Matrix l,

        @Schema(description = "U, k×n: 0 below the diagonal", examples = "[[4, 5], [0, -1.5]]")
        Matrix u,

        @Schema(description = "The same in fractions, with exact arithmetic", nullable = true)
        ExactValues exact,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    LuResult withSteps(List<Step> shown) {
        return new LuResult(permutation, l, u, exact, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "ExactLu", description = "Triangular factors in fractions, as text")
    public record ExactValues(
            @Schema(description = "L, row by row", examples = "[[\"1\", \"0\"], [\"1/2\", \"1\"]]")
            List<List<String>> l,

            @Schema(description = "U, row by row", examples = "[[\"4\", \"5\"], [\"0\", \"-3/2\"]]")
            List<List<String>> u) {}
}
