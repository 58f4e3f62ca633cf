package org.mlmath.linalg.matrix.inverse;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The matrix that multiplies A to the identity")
public record InverseResult(
        @Schema(
                description = "A⁻¹, n×n; an entry beyond the largest double is null",
                examples = "[[-2, 1], [1.5, -0.5]]")
        Matrix matrix,

        @Schema(description = "The same in fractions, with exact arithmetic", nullable = true)
        ExactValues exact,

        @Schema(description = "How right it is") Diagnostics diagnostics,
        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The elimination, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "ExactInverse", description = "An inverse in fractions, as text")
    public record ExactValues(
            @Schema(
                    description = "Rows of numbers such as \"-3/7\"",
                    examples = "[[\"-2\", \"1\"], [\"3/2\", \"-1/2\"]]")
            List<List<String>> matrix) {}

    @Schema(name = "InverseDiagnostics", description = "How right an inverse is")
    public record Diagnostics(
            @Schema(
                    description =
                            "The smallest relative change of A, column by column of the inverse, that makes that column exact;"
                                    + " 0 in fractions",
                    examples = "1.1e-16")
            double backwardError,

            @Schema(
                    description =
                            "Whether the backward error is an estimate from a few products, for all columns together, as it is"
                                    + " from n = 200 on")
            boolean estimated,

            @Schema(description = "Estimate of the condition number of A in the 1-norm, ‖A‖·‖A⁻¹‖", examples = "21")
            double conditionEstimate,

            @Schema(
                    description =
                            "How many decimal digits a rounding error in A can cost: log₁₀ of the condition number once rows and"
                                    + " columns are scaled alike; 0 in exact arithmetic",
                    examples = "1.3")
            double digitsLost,

            @Schema(description = "What inverted it: lu, cholesky, svd, or elimination (in fractions)", examples = "lu")
            String method,

            @Schema(
                    description =
                            "Whether it was refined with residuals in twice the precision, which makes it right to the last digit:"
                                    + " always up to n = 64; above where digitsLost is 8 or more, as far as time allows. Otherwise"
                                    + " digitsLost are what the last digits may be wrong by",
                    examples = "true")
            boolean refined) {}
}
