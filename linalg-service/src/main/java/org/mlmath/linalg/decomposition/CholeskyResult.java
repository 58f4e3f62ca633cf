package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A = LLᵀ")
public record CholeskyResult(
        @Schema(
                description = "L, n×n, 0 above its diagonal, which is positive",
                examples = "[[2, 0], [1, 1.4142135623730951]]")
        Matrix l,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    CholeskyResult withSteps(List<Step> shown) {
        return new CholeskyResult(l, diagnostics, conventions, warnings, shown);
    }
}
