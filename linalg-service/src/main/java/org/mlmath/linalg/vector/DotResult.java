package org.mlmath.linalg.vector;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The scalar product of two vectors, and their angle")
public record DotResult(
        @Schema(description = "a·b = Σaᵢ·bᵢ", examples = "12")
        double value,

        @Schema(
                description = "Cosine of the angle between a and b, in [-1, 1]; absent when one of them is zero",
                examples = "0.3655",
                nullable = true)
        Double cosine,

        @Schema(
                description = "The angle between a and b, in [0, π]; absent when one of them is zero",
                examples = "1.1966",
                nullable = true)
        Double angleRadians,

        @Schema(description = "How right the value is") VectorDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    DotResult withSteps(List<Step> shown) {
        return new DotResult(value, cosine, angleRadians, diagnostics, conventions, warnings, shown);
    }
}
