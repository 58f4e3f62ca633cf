package org.mlmath.linalg.vector;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "How far apart two vectors are")
public record VectorDistanceResult(
        @Schema(description = "The distance", examples = "5")
        double value,

        @Schema(description = "How right the value is") VectorDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    VectorDistanceResult withSteps(List<Step> shown) {
        return new VectorDistanceResult(value, diagnostics, conventions, warnings, shown);
    }
}
