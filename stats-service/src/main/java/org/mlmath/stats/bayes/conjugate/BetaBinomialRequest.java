package org.mlmath.stats.bayes.conjugate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Successes;

@Schema(description = "Trials that succeed or fail, and what was known of the rate")
public record BetaBinomialRequest(
        @Schema(
                description = "Prior of the rate; Beta(1, 1), uniform, by default",
                examples = "{\"alpha\": 2, \"beta\": 2}",
                nullable = true)
        @Valid
        BetaPrior prior,

        @Schema(description = "Outcomes as 0 and 1, or their counts", examples = "{\"successes\": 7, \"trials\": 10}")
        @NotNull
        Successes data,

        @Schema(
                description = "How many further trials the predictive distribution is of, from 1 to 1000",
                defaultValue = "1")
        Integer predictiveTrials,

        @Schema(description = "A value of the parameter to hold against the prior by the Bayes factor", nullable = true)
        Double nullValue,

        @Schema(description = "Probability of the credible intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public BetaBinomialRequest {
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
        prior = prior == null ? new BetaPrior(null, null) : prior;
        predictiveTrials = predictiveTrials == null ? 1 : predictiveTrials;
    }

    @Override
    public Cost cost() {
        return ConjugateCost.of(data == null || data.outcomes() == null ? 0 : data.outcomes().length);
    }
}
