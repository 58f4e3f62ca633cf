package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.EventCounts;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Numbers of events whose rate lies somewhere")
public record RateIntervalRequest(
        @Schema(
                description =
                        "How many events were counted, in all or in each unit of exposure; or in all with the exposure, {events, exposure}",
                examples = "[3, 5, 2, 4]")
        @NotNull
        EventCounts data,

        @Schema(
                description = "Over how much they were counted in all, positive; one for each count by default",
                examples = "4")
        Double exposure,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing counts are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public RateIntervalRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return new Cost(2e-5 + 1e-8 * data.size(), 4096);
    }
}
