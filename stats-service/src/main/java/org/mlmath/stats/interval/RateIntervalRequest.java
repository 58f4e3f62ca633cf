package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Numbers;

@Schema(description = "Numbers of events whose rate lies somewhere")
public record RateIntervalRequest(
        @Schema(
                description = "How many events were counted, in all or in each unit of exposure",
                examples = "[3, 5, 2, 4]")
        @NotNull
        Numbers data,

        @Schema(
                description = "Over how much they were counted in all, positive; one for each count by default",
                examples = "4")
        Double exposure,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return new Cost(2e-5 + 1e-8 * data.values().length, 4096);
    }
}
