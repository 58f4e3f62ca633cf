package org.mlmath.linalg.matrix.measure;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The sum of the diagonal")
public record TraceResult(
        @Schema(description = "The trace, rounded once", examples = "5")
        double value,

        @Schema(description = "How right it is") Diagnostics diagnostics,
        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The sum, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "TraceDiagnostics", description = "How right a trace is")
    public record Diagnostics(
            @Schema(description = "Bound on the relative error", examples = "1.1e-16")
            double relativeErrorBound) {}
}
