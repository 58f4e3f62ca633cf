package org.mlmath.linalg.matrix.measure;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A norm of the matrix")
public record MatrixNormResult(
        @Schema(description = "The norm", examples = "5.477225575051661")
        double value,

        @Schema(description = "How right it is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    MatrixNormResult withSteps(List<Step> shown) {
        return new MatrixNormResult(value, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "NormDiagnostics", description = "How right a norm is")
    public record Diagnostics(
            @Schema(description = "Bound on the relative error, to first order", examples = "4.4e-16")
            double relativeErrorBound) {}
}
