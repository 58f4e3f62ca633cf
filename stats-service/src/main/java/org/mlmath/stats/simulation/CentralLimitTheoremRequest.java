package org.mlmath.stats.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.distribution.DistributionChoice;

@Schema(description = "A distribution whose sample means are to be looked at")
public record CentralLimitTheoremRequest(
        @Schema(
                description = "What is drawn from",
                examples = "{\"name\": \"exponential\", \"parameters\": {\"rate\": 1}}")
        @NotNull
        @Valid
        DistributionChoice distribution,

        @Schema(description = "Observations in each sample", minimum = "1", maximum = "100000", defaultValue = "30")
        Integer sampleSize,

        @Schema(description = "Number of samples", minimum = "2", maximum = "100000", defaultValue = "1000")
        Integer repetitions,

        @Schema(
                description = "Bins of the histogram of the means",
                minimum = "1",
                maximum = "1000",
                defaultValue = "30")
        Integer bins,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public CentralLimitTheoremRequest {
        sampleSize = sampleSize == null ? 30 : sampleSize;
        repetitions = repetitions == null ? 1000 : repetitions;
        bins = bins == null ? 30 : bins;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double draws = Math.min((double) Draws.MOST, Math.max(0, (double) sampleSize * repetitions));
        return new Cost(1e-4 + draws * 1e-7, 65_536 + 64L * Math.max(0, repetitions));
    }
}
