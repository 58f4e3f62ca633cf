package org.mlmath.stats.bayes.conjugate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.EventCounts;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Counts of events, and what was known of their rate")
public record GammaPoissonRequest(
        @Schema(
                description = "Prior of the rate; Jeffreys' (shape 1/2, rate 0), which is improper, by default",
                examples = "{\"shape\": 2, \"rate\": 1}",
                nullable = true)
        @Valid
        GammaPrior prior,

        @Schema(
                description = "Counts, each over one unit of exposure, or their total over a total exposure",
                examples = "[3, 4, 2, 5]")
        @NotNull
        EventCounts data,

        @Schema(description = "Exposure that the predictive distribution is over, positive", defaultValue = "1")
        Double predictiveExposure,

        @Schema(description = "A value of the parameter to hold against the prior by the Bayes factor", nullable = true)
        Double nullValue,

        @Schema(description = "Probability of the credible intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public GammaPoissonRequest {
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
        prior = prior == null ? new GammaPrior(null, null, null) : prior;
        predictiveExposure = predictiveExposure == null ? 1 : predictiveExposure;
    }

    @Override
    public Cost cost() {
        return ConjugateCost.of(data == null || data.counts() == null ? 0 : data.counts().length);
    }
}
