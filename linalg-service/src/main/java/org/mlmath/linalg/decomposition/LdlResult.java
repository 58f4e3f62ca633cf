package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A[permutation][:, permutation] = LDLᵀ")
public record LdlResult(
        @Schema(description = "L, n×n: 1 on the diagonal, 0 above", examples = "[[1, 0], [0, 1]]")
        Matrix l,

        @Schema(
                description = "D, n×n, symmetric, 0 outside its blocks of order 1 and 2 along the diagonal",
                examples = "[[0, 1], [1, 0]]")
        Matrix d,

        @Schema(description = "The row, and column, of A that stands at each place, from 0", examples = "[0, 1]")
        int[] permutation,

        @Schema(description = "How many eigenvalues of A are positive, negative and 0, as far as rounding tells")
        Inertia inertia,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    LdlResult withSteps(List<Step> shown) {
        return new LdlResult(l, d, permutation, inertia, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "Inertia", description = "Signs of the eigenvalues (Sylvester)")
    public record Inertia(
            @Schema(description = "How many are positive", examples = "1")
            int positive,

            @Schema(description = "How many are negative", examples = "1")
            int negative,

            @Schema(description = "How many pivots are exactly 0", examples = "0")
            int zero) {}
}
