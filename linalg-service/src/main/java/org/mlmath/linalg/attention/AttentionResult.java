package org.mlmath.linalg.attention;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "softmax(scale·Q·Kᵀ + mask)·V")
public record AttentionResult(
        @Schema(
                description =
                        "n×m: how much each query takes of each value; rows sum to 1, or are null where everything is hidden",
                examples = "[[0.33, 0, 0.67]]")
        Matrix weights,

        @Schema(description = "n×e: the weighted means of the values", examples = "[[2.3]]")
        Matrix output,

        @Schema(description = "The factor used", examples = "0.7071067811865475")
        double scale,

        @Schema(description = "How right the weights are") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "AttentionDiagnostics", description = "How right the weights are")
    public record Diagnostics(
            @Schema(
                    description =
                            "Bound of the error of every weight, relative to it: rounding of the scores, which the exponential passes on",
                    examples = "1.3e-15")
            double relativeErrorBound) {}
}
