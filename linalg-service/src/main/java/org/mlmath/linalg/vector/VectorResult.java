package org.mlmath.linalg.vector;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A vector")
public record VectorResult(
        @Schema(description = "The vector", examples = "[0, 0, 1]")
        double[] vector,

        @Schema(description = "How right the entries are") VectorDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    VectorResult withSteps(List<Step> shown) {
        return new VectorResult(vector, diagnostics, conventions, warnings, shown);
    }
}
