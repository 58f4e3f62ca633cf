package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Successes;

@Schema(description = "Two samples of trials whose probabilities of success differ by something")
public record ProportionDifferenceIntervalRequest(
        @Schema(
                description = "Outcomes as 0 and 1, or their counts: the first sample",
                examples = "{\"successes\": 45, \"trials\": 100}")
        @NotNull
        Successes a,

        @Schema(
                description = "Outcomes as 0 and 1, or their counts: the second sample",
                examples = "{\"successes\": 30, \"trials\": 100}")
        @NotNull
        Successes b,

        @Schema(description = "How the interval is found", defaultValue = "newcombe")
        ProportionDifferenceMethod method,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ProportionDifferenceIntervalRequest {
        method = method == null ? ProportionDifferenceMethod.NEWCOMBE : method;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return Successes.cost(a, b);
    }
}
