package org.mlmath.stats.interval;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "Pairs whose mean difference lies somewhere: a and b, or the differences as data")
public record PairedDifferenceIntervalRequest(
        @Schema(description = "The first observation of each pair", examples = "[12.1, 11.4, 13.2]")
        SampleOrSummary a,

        @Schema(description = "The second observation of each pair, in the same order", examples = "[11.8, 11.6, 12.5]")
        SampleOrSummary b,

        @Schema(
                description = "In place of a and b: the differences a - b, or their summary",
                examples = "{\"mean\": 0.3, \"standardDeviation\": 0.5, \"size\": 20}")
        SampleOrSummary data,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public PairedDifferenceIntervalRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-5, a, b, data);
    }
}
