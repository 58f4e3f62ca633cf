package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Successes;

@Schema(description = "Trials whose probability of success lies somewhere")
public record ProportionIntervalRequest(
        @Schema(description = "Outcomes as 0 and 1, or their counts", examples = "{\"successes\": 42, \"trials\": 100}")
        @NotNull
        Successes data,

        @Schema(description = "How the interval is found", defaultValue = "wilson")
        ProportionMethod method,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ProportionIntervalRequest {
        method = method == null ? ProportionMethod.WILSON : method;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return Successes.cost(data);
    }
}
