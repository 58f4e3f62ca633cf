package org.mlmath.stats.bayes.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "How much better B is than A")
public record Uplift(
        @Schema(description = "Posterior mean of B - A; null where there is none", nullable = true)
        Double mean,

        @Schema(description = "Posterior standard deviation of B - A; null where there is none", nullable = true)
        Double standardDeviation,

        @Schema(description = "Posterior median of B - A") double median,

        @Schema(description = "Equal-tailed credible interval of B - A")
        Interval interval,

        @Schema(description = "The same of B / A - 1; only of rates", nullable = true)
        RelativeUplift relative) {

    @Schema(description = "How much better B is than A, in parts of A")
    public record RelativeUplift(
            @Schema(description = "Posterior mean of B / A - 1; null where it is infinite", nullable = true)
            Double mean,

            @Schema(description = "Posterior median of B / A - 1")
            double median,

            @Schema(description = "Equal-tailed credible interval of B / A - 1")
            Interval interval) {}
}
