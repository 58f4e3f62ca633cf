package org.mlmath.stats.bayes.conjugate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "Measurements with a known standard deviation, and what was known of their mean")
public record NormalNormalRequest(
        @Schema(
                description = "Prior of the mean; flat, which is improper, by default",
                examples = "{\"mean\": 5, \"standardDeviation\": 2}",
                nullable = true)
        @Valid
        NormalPrior prior,

        @Schema(
                description = "The observations or their summary, of which only mean and size count",
                examples = "[5.1, 4.9, 5.6]")
        @NotNull
        SampleOrSummary data,

        @Schema(description = "Known standard deviation of an observation, positive", examples = "0.5") @NotNull
        Double standardDeviation,

        @Schema(description = "A value of the parameter to hold against the prior by the Bayes factor", nullable = true)
        Double nullValue,

        @Schema(description = "Probability of the credible intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public NormalNormalRequest {
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-4, data);
    }
}
