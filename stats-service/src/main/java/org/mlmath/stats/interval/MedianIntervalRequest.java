package org.mlmath.stats.interval;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A sample whose population median lies somewhere")
public record MedianIntervalRequest(
        @Schema(description = "The observations", examples = "[5.1, 4.9, 5.6, 5.8, 5.2, 6.0, 4.7]") @NotNull
        Observations data,

        @Schema(description = "Between order statistics, or interpolated between them", defaultValue = "exact")
        MedianMethod method,

        @Schema(description = "Confidence level, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public MedianIntervalRequest {
        method = method == null ? MedianMethod.EXACT : method;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    IntervalQuestion question() {
        return IntervalQuestion.of(level, explain);
    }

    @Override
    public Cost cost() {
        return new Cost(2e-5 + 1e-7 * data.values().length, 4096 + 16L * data.values().length);
    }
}
