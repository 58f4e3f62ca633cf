package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "A sample from a normal population whose standard deviation lies somewhere")
public record StandardDeviationIntervalRequest(
        @Schema(description = "The observations, or their summary", examples = "[5.1, 4.9, 5.6, 5.8, 5.2]") @NotNull
        SampleOrSummary data,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public StandardDeviationIntervalRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-5, data);
    }
}
