package org.mlmath.stats.regression;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A polynomial model of a target in one feature")
public record PolynomialRequest(
        @Schema(description = "The feature x: a vector, or one column", examples = "[0, 1, 2, 3, 4]") @NotNull
        DataColumns features,

        @Schema(description = "The target of each observation", examples = "[1.1, 1.9, 5.2, 9.8, 17.1]") @NotNull
        RegressionTarget target,

        @Schema(description = "The highest power of x", defaultValue = "2") @Min(1) @Max(100)
        Integer degree,

        @Schema(description = "Whether the model has an intercept", defaultValue = "true")
        Boolean intercept,

        @Schema(description = "Weights of the observations, inverse to their variances", nullable = true)
        Observations weights,

        @Schema(description = "Level of the intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description = "Standard errors that hold for equal variances (classical), or for any (hc0 to hc3)",
                defaultValue = "classical")
        StandardErrorKind standardErrors,

        @Schema(description = "Values of x to predict at", examples = "[2.5, 5]", nullable = true)
        DataColumns predictAt,

        @Schema(
                description = "Whether residuals, leverage and Cook's distance of each observation are returned",
                defaultValue = "true")
        Boolean influence,

        @Schema(description = "Whether incomplete observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public PolynomialRequest {
        degree = degree == null ? 2 : degree;
        intercept = intercept == null || intercept;
        level = level == null ? 0.95 : level;
        standardErrors = standardErrors == null ? StandardErrorKind.CLASSICAL : standardErrors;
        influence = influence == null || influence;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    LeastSquaresQuestion question() {
        return LeastSquaresQuestion.of(level, standardErrors, influence, Boolean.TRUE.equals(explain));
    }

    @Override
    public Cost cost() {
        return features == null ? Cost.SMALL : RegressionCost.leastSquares(features.rows(), degree + 1);
    }
}
