package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A = QHQᵀ")
public record HessenbergResult(
        @Schema(description = "Q, n×n, orthogonal, with the first unit vector as its first column")
        Matrix q,

        @Schema(description = "H, n×n, 0 below the first subdiagonal, which is not negative")
        Matrix h,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    HessenbergResult withSteps(List<Step> shown) {
        return new HessenbergResult(q, h, diagnostics, conventions, warnings, shown);
    }
}
