package org.mlmath.stats.variance;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Observations at the levels of two factors")
public record TwoWayAnovaRequest(
        @Schema(description = "The observations", examples = "[4.2, 4.5, 5.1, 5.3, 6.0, 6.2, 6.9, 7.1]") @NotNull
        Observations data,

        @Schema(
                description = "The level of the first factor of each observation: texts or numbers",
                examples = "[\"low\", \"low\", \"low\", \"low\", \"high\", \"high\", \"high\", \"high\"]")
        @NotNull
        FactorLevels factorA,

        @Schema(
                description = "The level of the second factor of each observation",
                examples = "[\"x\", \"x\", \"y\", \"y\", \"x\", \"x\", \"y\", \"y\"]")
        @NotNull
        FactorLevels factorB,

        @Schema(
                description =
                        "What each effect is measured beside, which matters where the cells are of different sizes",
                defaultValue = "type-1")
        SumsOfSquares sumsOfSquares,

        @Schema(
                description =
                        "Whether the effect of one factor may depend on the level of the other; needs a cell with several observations",
                defaultValue = "true")
        Boolean interaction,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public TwoWayAnovaRequest {
        sumsOfSquares = sumsOfSquares == null ? SumsOfSquares.TYPE_1 : sumsOfSquares;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        return TwoWayAnova.cost(data, factorA, factorB);
    }
}
