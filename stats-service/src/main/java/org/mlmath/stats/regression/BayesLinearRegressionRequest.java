package org.mlmath.stats.regression;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Data and a prior for a linear model")
public record BayesLinearRegressionRequest(
        @Schema(
                description = "The features, an observation per row; a vector is one feature",
                examples = "[1, 2, 3, 4, 5]")
        @NotNull
        DataColumns features,

        @Schema(description = "The target of each observation", examples = "[2.1, 3.9, 6.2, 7.8, 10.1]") @NotNull
        RegressionTarget targets,

        @Schema(
                description =
                        "What was believed before; by default the reference prior 1/σ², whose posterior is the classical t inference",
                nullable = true)
        @Valid
        CoefficientPrior prior,

        @Schema(
                description = "σ, where the standard deviation of the noise is known",
                examples = "0.5",
                nullable = true)
        Double standardDeviation,

        @Schema(description = "Whether the model has an intercept", defaultValue = "true")
        Boolean intercept,

        @Schema(description = "Weights of the observations, inverse to their variances", nullable = true)
        Observations weights,

        @Schema(description = "Probability within the intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description = "Points to predict at, given as the features are; one point may be a vector",
                examples = "[6]",
                nullable = true)
        DataColumns predictAt,

        @Schema(description = "Whether incomplete observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public BayesLinearRegressionRequest {
        prior = prior == null ? CoefficientPrior.FLAT : prior;
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
        return RegressionCost.leastSquares(features.rows() + columns, columns);
    }
}
