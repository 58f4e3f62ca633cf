package org.mlmath.linalg.matrix.function;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.ComplexMatrix;

@Schema(description = "A function of a matrix")
public record MatrixFunctionResult(
        @Schema(
                description = "f(A), n×n; null where an entry is beyond the largest double",
                examples = "[[0.54, -0.84], [0.84, 0.54]]")
        ComplexMatrix matrix,

        @Schema(
                description =
                        "Whether the entries are complex numbers: of log and sqrt, where an eigenvalue is negative")
        boolean complex,

        @Schema(description = "How right it is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    MatrixFunctionResult withSteps(List<Step> shown) {
        return new MatrixFunctionResult(matrix, complex, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "FunctionDiagnostics", description = "How right a function of a matrix is")
    public record Diagnostics(
            @Schema(
                    description =
                            "How much rounding the entries of A may change the function, in the Frobenius norm, relative to the"
                                    + " function's: n·ε times the condition that a small change of A shows. That is the error to be"
                                    + " expected, unless the entries are exact and the function is refined; absent where A has no"
                                    + " neighbours to be compared with",
                    examples = "1e-15",
                    nullable = true)
            Double errorEstimate,

            @Schema(
                    description =
                            "How it was computed: `eigen`, from the eigenvalues of a symmetric matrix; `pade`, by scaling and"
                                    + " squaring; `schur`, on the triangle of the Schur form",
                    examples = "pade")
            String method,

            @Schema(
                    description =
                            "Whether it was computed again in more digits: for the entries as given the error is then far below"
                                    + " errorEstimate. So it is up to n = 4, and up to n = 16 where errorEstimate shows that digits are"
                                    + " lost; but if nearly all of them are, only of real logarithms and roots",
                    examples = "true")
            boolean refined) {}
}
