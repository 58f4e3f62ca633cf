package org.mlmath.linalg.elimination;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The matrix after each row operation")
public record RowOperationsResult(
        @Schema(description = "The matrix after each operation, in order", examples = "[[[1, 2], [0, -2]]]")
        List<Matrix> matrices,

        @Schema(description = "The matrix after all of them", examples = "[[1, 2], [0, -2]]")
        Matrix matrix,

        @Schema(description = "The same in fractions, with exact arithmetic", nullable = true)
        ExactValues exact,

        @Schema(description = "How right the matrices are") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "Each operation, when asked for", nullable = true)
        List<Step> steps) {

    RowOperationsResult withSteps(List<Step> shown) {
        return new RowOperationsResult(matrices, matrix, exact, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "ExactRowOperations", description = "The matrices in fractions, as text")
    public record ExactValues(
            @Schema(description = "The matrix after each operation")
            List<String[][]> matrices,

            @Schema(description = "The matrix after all of them", examples = "[[\"1\", \"2\"], [\"0\", \"-2\"]]")
            String[][] matrix) {}

    @Schema(name = "RowOperationsDiagnostics", description = "How right the matrices are")
    public record Diagnostics(
            @Schema(
                    description =
                            "Largest difference of an entry of the last matrix from its value in fractions, over the largest entry: 0 where"
                                    + " nothing was rounded; absent for matrices too large for fractions",
                    examples = "1e-16",
                    nullable = true)
            Double error) {}
}
