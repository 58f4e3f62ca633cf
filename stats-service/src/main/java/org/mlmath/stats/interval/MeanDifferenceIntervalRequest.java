package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "Two independent samples whose population means differ by something")
public record MeanDifferenceIntervalRequest(
        @Schema(description = "The first sample, or its summary", examples = "[5.1, 4.9, 5.6]") @NotNull
        SampleOrSummary a,

        @Schema(description = "The second sample, or its summary", examples = "[4.2, 4.8, 4.4]") @NotNull
        SampleOrSummary b,

        @Schema(
                description =
                        "Whether the populations have the same variance (pooled) rather than each its own (Welch)",
                defaultValue = "false")
        Boolean equalVariances,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public MeanDifferenceIntervalRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-5, a, b);
    }
}
