package org.mlmath.linalg.matrix.inverse;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The Moore–Penrose inverse A⁺: A·A⁺·A = A, A⁺·A·A⁺ = A⁺, and both products are symmetric")
public record PseudoInverseResult(
        @Schema(
                description = "A⁺, n×m; an entry beyond the largest double is null",
                examples = "[[0.04, 0.08], [0.08, 0.16]]")
        Matrix matrix,

        @Schema(description = "How many singular values count", examples = "1")
        int rank,

        @Schema(description = "How right it is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    PseudoInverseResult withSteps(List<Step> shown) {
        return new PseudoInverseResult(matrix, rank, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "PseudoInverseDiagnostics", description = "How right a pseudo-inverse is")
    public record Diagnostics(
            @Schema(
                    description =
                            "Frobenius norm of A·A⁺·A − A, relative to that of A: rounding, and the singular values left out;"
                                    + " absent where A⁺ overflows",
                    examples = "1.1e-16",
                    nullable = true)
            Double reconstructionError,

            @Schema(
                    description = "The largest singular value over the smallest that counts; absent when none does",
                    examples = "1",
                    nullable = true)
            Double conditionEstimate,

            @Schema(description = "Singular values above this count", examples = "2.2e-15")
            double tolerance,

            @Schema(description = "`tolerance`: singular values above it count")
            RankDecision rankDecidedBy) {}
}
