package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A = QR, or A[:, permutation] = QR")
public record QrResult(
        @Schema(description = "Q, with orthonormal columns", examples = "[[0.6, -0.8], [0.8, 0.6]]")
        Matrix q,

        @Schema(description = "R, zero below its diagonal, which is not negative", examples = "[[5, 2.2], [0, 0.4]]")
        Matrix r,

        @Schema(
                description = "The column of A that stands at each place, with pivoting",
                examples = "[1, 0]",
                nullable = true)
        int[] permutation,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    QrResult withSteps(List<Step> shown) {
        return new QrResult(q, r, permutation, diagnostics, conventions, warnings, shown);
    }
}
