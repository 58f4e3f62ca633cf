package org.mlmath.stats.regression;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A linear model whose coefficients are held small")
public record RidgeRegressionRequest(
        @Schema(
                description = "The features, an observation per row; a vector is one feature",
                examples = "[[1, 1.1], [2, 1.9], [3, 3.2], [4, 3.9]]")
        @NotNull
        DataColumns features,

        @Schema(description = "The target of each observation", examples = "[2.1, 3.9, 6.2, 7.8]") @NotNull
        RegressionTarget target,

        @Schema(
                description = "α in RSS + α·Σβⱼ², the intercept left out of the sum, as scikit-learn's Ridge",
                defaultValue = "1",
                examples = "0.5")
        @PositiveOrZero
        Double alpha,

        @Schema(
                description =
                        "Whether the penalty is on coefficients of features divided by their standard deviation (divisor n); the"
                                + " coefficients given are those of the features themselves all the same",
                defaultValue = "false")
        Boolean standardize,

        @Schema(description = "Whether the model has an intercept", defaultValue = "true")
        Boolean intercept,

        @Schema(description = "Weights of the observations, inverse to their variances", nullable = true)
        Observations weights,

        @Schema(description = "Level of the intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description = "Points to predict at, given as the features are; one point may be a vector",
                examples = "[[2.5, 2.4]]",
                nullable = true)
        DataColumns predictAt,

        @Schema(description = "Whether incomplete observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public RidgeRegressionRequest {
        alpha = alpha == null ? 1 : alpha;
        standardize = standardize != null && standardize;
        intercept = intercept == null || intercept;
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        if (features == null) {
            return Cost.SMALL;
        }
        double columns = features.columns().size() + 1.0;
        return RegressionCost.iterations(features.rows() + columns, columns, 2);
    }
}
