package org.mlmath.stats.regression;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A linear model of a target in several features")
public record OlsRequest(
        @Schema(
                description = "The features, an observation per row; a vector is one feature",
                examples = {"[[1, 2], [2, 1], [3, 4], [4, 3]]", "{\"area\": [50, 65, 80, 120], \"rooms\": [2, 2, 3, 5]}"
                })
        @NotNull
        DataColumns features,

        @Schema(description = "The target of each observation", examples = "[3.1, 3.9, 7.2, 7.8]") @NotNull
        RegressionTarget target,

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

        @Schema(
                description = "Points to predict at, given as the features are; one point may be a vector",
                examples = "[[2.5, 2]]",
                nullable = true)
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
    public OlsRequest {
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
        return features == null
                ? Cost.SMALL
                : RegressionCost.leastSquares(
                        features.rows(), features.columns().size() + 1);
    }
}
