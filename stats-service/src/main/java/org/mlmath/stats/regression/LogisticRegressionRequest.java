package org.mlmath.stats.regression;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A logistic model of a target that is 0 or 1")
public record LogisticRegressionRequest(
        @Schema(
                description = "The features, an observation per row; a vector is one feature",
                examples = {"[0.5, 1, 1.5, 2, 2.5, 3]", "{\"hours\": [0.5, 1, 1.5, 2, 2.5, 3]}"})
        @NotNull
        DataColumns features,

        @Schema(
                description =
                        "The target of each observation: 0 or 1, or a proportion of successes with the number of trials as weight",
                examples = "[0, 0, 1, 0, 1, 1]")
        @NotNull
        RegressionTarget target,

        @Schema(description = "Whether the model has an intercept", defaultValue = "true")
        Boolean intercept,

        @Schema(description = "How often each observation counts", nullable = true)
        Observations weights,

        @Schema(description = "Level of the intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "How coefficients are tested and given intervals", defaultValue = "wald")
        CoefficientInference inference,

        @Schema(
                description = "Points to predict at, given as the features are; one point may be a vector",
                examples = "[1.75, 4]",
                nullable = true)
        DataColumns predictAt,

        @Schema(description = "Whether incomplete observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public LogisticRegressionRequest {
        intercept = intercept == null || intercept;
        level = level == null ? 0.95 : level;
        inference = inference == null ? CoefficientInference.WALD : inference;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        if (features == null) {
            return Cost.SMALL;
        }
        double columns = features.columns().size() + 1.0;
        double fits = inference == CoefficientInference.WALD ? 3 : 3 + 30 * columns;
        return RegressionCost.iterations(features.rows(), columns, 3 * fits);
    }
}
