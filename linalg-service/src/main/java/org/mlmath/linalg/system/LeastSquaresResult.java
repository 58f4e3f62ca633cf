package org.mlmath.linalg.system;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;

@Schema(description = "The x that minimises ‖A·x − b‖² + ridge·‖x‖², the shortest where there are many")
public record LeastSquaresResult(
        @Schema(description = "x, of the form of the right-hand side", examples = "[0.8333333333333334, 1.5]")
        VectorOrMatrix solution,

        @Schema(
                description = "‖A·x − b‖, without the penalty; for several right-hand sides the Frobenius norm of all",
                examples = "0.408248290463863")
        double residualNorm,

        @Schema(
                description = "‖A·x − b‖ for each column of a right-hand side given as a matrix",
                examples = "[0.4, 1.2]",
                nullable = true)
        double[] residualNorms,

        @Schema(description = "Number of singular values of A that do not count as zero", examples = "2")
        int rank,

        @Schema(description = "The singular values of A, descending", examples = "[2.6762432, 0.915272]")
        double[] singularValues,

        @Schema(description = "How right the answer is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    LeastSquaresResult withSteps(List<Step> shown) {
        return new LeastSquaresResult(
                solution, residualNorm, residualNorms, rank, singularValues, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "LeastSquaresDiagnostics", description = "How right a least squares solution is")
    public record Diagnostics(
            @Schema(
                    description =
                            "About the smallest relative change of A (with its penalty) that makes the solution a minimiser exactly",
                    examples = "1.1e-16")
            double backwardError,

            @Schema(
                    description =
                            "The condition number in the 2-norm: the largest over the smallest singular value that counts, the"
                                    + " penalty included; absent where none counts",
                    examples = "2.9",
                    nullable = true)
            Double conditionEstimate,

            @Schema(
                    description =
                            "How many decimal digits of the solution a rounding error in A or b can cost: log₁₀ of"
                                    + " κ + κ²·‖r‖/(‖A‖·‖x‖), with the condition number κ and the residual r",
                    examples = "0.8",
                    nullable = true)
            Double digitsLost) {}
}
