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

@Schema(description = "An integral to be estimated by drawing points")
public record MonteCarloIntegralRequest(
        @Schema(description = "The integrand", examples = "exp(-x^2)") @NotNull
        String expression,

        @Schema(description = "Where each variable runs", examples = "{\"x\": [0, 1]}") @NotNull
        Map<String, List<Bound>> region,

        @Schema(description = "Number of points", minimum = "16", maximum = "10000000", defaultValue = "10000")
        Integer samples,

        @Schema(description = "Where the points lie", defaultValue = "crude")
        IntegralSampling method,

        @Schema(description = "Level of the confidence interval, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public MonteCarloIntegralRequest {
        samples = samples == null ? 10_000 : samples;
        method = method == null ? IntegralSampling.CRUDE : method;
        level = level == null ? 0.95 : level;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        return new Cost(3e-4 + Math.max(0, samples) * 2e-7, 200_000);
    }
}
