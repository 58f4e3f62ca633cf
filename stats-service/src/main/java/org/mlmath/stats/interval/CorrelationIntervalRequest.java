package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Pairs of observations whose correlation lies somewhere")
public record CorrelationIntervalRequest(
        @Schema(description = "The first observation of each pair", examples = "[1.2, 2.4, 3.1, 4.8, 5.0]") @NotNull
        Observations a,

        @Schema(
                description = "The second observation of each pair, in the same order",
                examples = "[2.1, 2.9, 4.2, 5.1, 6.3]")
        @NotNull
        Observations b,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public CorrelationIntervalRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return new Cost(2e-5 + 1e-7 * a.values().length, 4096 + 48L * a.values().length);
    }
}
