package org.mlmath.linalg.vector;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The norm of a vector, and the unit vector along it")
public record VectorNormResult(
        @Schema(description = "‖x‖ₚ", examples = "5") double value,

        @Schema(
                description = "x / ‖x‖ₚ; absent for a vector of zeros, and for the order 0, which does not scale",
                examples = "[0.6, -0.8]",
                nullable = true)
        double[] unit,

        @Schema(description = "How right the value is") VectorDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    VectorNormResult withSteps(List<Step> shown) {
        return new VectorNormResult(value, unit, diagnostics, conventions, warnings, shown);
    }
}
