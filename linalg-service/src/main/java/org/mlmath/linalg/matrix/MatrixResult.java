package org.mlmath.linalg.matrix;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix that was computed from others")
public record MatrixResult(
        @Schema(
                description = "The result; an entry beyond the largest double is null",
                examples = "[[19, 22], [43, 50]]")
        Matrix matrix,

        @Schema(description = "How right it is") MatrixDiagnostics diagnostics,
        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    /** @return with these steps */
    public MatrixResult withSteps(List<Step> shown) {
        return new MatrixResult(matrix, diagnostics, warnings, shown);
    }
}
