package org.mlmath.stats.simulation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Bound;

@Schema(description = "A true function, noise, and polynomials of rising degree fitted to samples of it")
public record BiasVarianceRequest(
        @Schema(description = "The true function of one variable", examples = "sin(2*pi*x)") @NotNull
        String expression,

        @Schema(description = "Where the variable runs", examples = "{\"x\": [0, 1]}") @NotNull
        Map<String, List<Bound>> region,

        @Schema(description = "Standard deviation of the noise", minimum = "0", defaultValue = "0.3")
        Double noise,

        @Schema(
                description = "Observations in each sample, at equal distances",
                minimum = "2",
                maximum = "1000",
                defaultValue = "25")
        Integer sampleSize,

        @Schema(description = "The largest degree", minimum = "0", maximum = "30", defaultValue = "9")
        Integer maxDegree,

        @Schema(description = "Number of samples", minimum = "2", maximum = "10000", defaultValue = "200")
        Integer repetitions,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public BiasVarianceRequest {
        noise = noise == null ? 0.3 : noise;
        sampleSize = sampleSize == null ? 25 : sampleSize;
        maxDegree = maxDegree == null ? 9 : maxDegree;
        repetitions = repetitions == null ? 200 : repetitions;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double work =
                (double) Math.max(0, repetitions) * (Math.max(0, maxDegree) + 1) * (Math.max(0, sampleSize) + 101);
        return new Cost(5e-4 + work * 4e-9, 500_000);
    }
}
