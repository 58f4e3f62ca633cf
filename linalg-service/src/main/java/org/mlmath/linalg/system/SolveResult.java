package org.mlmath.linalg.system;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The solutions of A·x = b: x = solution + any combination of the vectors in nullSpace")
public record SolveResult(
        @Schema(description = "How many solutions there are: one, infinitely many, or none", examples = "unique")
        Classification classification,

        @Schema(
                description = "A solution, of the form of the right-hand side; absent when there is none",
                nullable = true)
        VectorOrMatrix solution,

        @Schema(
                description =
                        "A basis of the solutions of A·x = 0, one vector per row; present when there are infinitely many solutions",
                nullable = true)
        Matrix nullSpace,

        @Schema(description = "Rank of A", examples = "2") int rank,

        @Schema(
                description =
                        "Rank of A with b as a further column: larger than the rank when nothing solves the system",
                examples = "2")
        int augmentedRank,

        @Schema(description = "The same in fractions, with exact arithmetic", nullable = true)
        ExactValues exact,

        @Schema(description = "How right the answer is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The elimination, when asked for", nullable = true)
        List<Step> steps) {

    SolveResult withSteps(List<Step> shown) {
        return new SolveResult(
                classification,
                solution,
                nullSpace,
                rank,
                augmentedRank,
                exact,
                diagnostics,
                conventions,
                warnings,
                shown);
    }

    @Schema(name = "ExactSolution", description = "Solutions in fractions, as text")
    public record ExactValues(
            @Schema(
                    description = "The solution: a list of numbers such as \"-3/7\", or a list of rows of them",
                    examples = "[\"4/5\", \"7/5\"]",
                    nullable = true)
            Object solution,

            @Schema(description = "The basis of the null space, one vector per row", nullable = true)
            List<List<String>> nullSpace) {}

    @Schema(name = "SolveDiagnostics", description = "How right a solution is")
    public record Diagnostics(
            @Schema(
                    description =
                            "The smallest relative change of A and b that makes the solution exact; present with a solution",
                    examples = "1.1e-16",
                    nullable = true)
            Double backwardError,

            @Schema(
                    description =
                            "Whether the backward error is an estimate from a few products, as it is from n = 200 on for more"
                                    + " than 15 right-hand sides")
            boolean estimated,

            @Schema(
                    description =
                            "Estimate of the condition number of A in the 1-norm, ‖A‖·‖A⁻¹‖; \"Infinity\" for a singular matrix,"
                                    + " absent where A has no more than a left or a right inverse",
                    examples = "3.2",
                    nullable = true)
            Double conditionEstimate,

            @Schema(
                    description =
                            "How many decimal digits of the solution a rounding error in A or b can cost: log₁₀ of the condition"
                                    + " number once rows and columns are scaled alike; present when there is one solution",
                    examples = "0.5",
                    nullable = true)
            Double digitsLost,

            @Schema(
                    description =
                            "What decided the ranks: `exact`, the decimals as given, without rounding; `tolerance`, the singular"
                                    + " values above the tolerance, once rows and columns are scaled alike")
            RankDecision rankDecidedBy,

            @Schema(description = "The relative tolerance, where that decided the ranks", nullable = true)
            Double tolerance,

            @Schema(
                    description =
                            "What solved the system: lu, cholesky, qr, svd, conjugate-gradient, or elimination (in fractions)",
                    examples = "lu",
                    nullable = true)
            String method,

            @Schema(description = "Steps of the conjugate gradients, the most of any column", nullable = true)
            Integer iterations,

            @Schema(description = "Whether the conjugate gradients converged", nullable = true)
            Boolean converged) {}
}
