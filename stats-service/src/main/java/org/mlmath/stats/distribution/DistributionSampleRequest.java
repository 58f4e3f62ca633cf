package org.mlmath.stats.distribution;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Quantity;

@Schema(description = "A distribution to draw from")
public record DistributionSampleRequest(
        @Schema(description = "Parameters by name or alias", examples = "{\"mean\": 0, \"standardDeviation\": 1}")
        @NotNull
        Map<String, Quantity> parameters,

        @Schema(description = "How many values to draw, up to 1,000,000", examples = "5") @NotNull @Min(0)
        Long size,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_VALUE = 3e-7;

    @Override
    public Cost cost() {
        return size == null || size < 100 || size > DistributionSample.MOST_VALUES
                ? Cost.SMALL
                : new Cost(size * SECONDS_PER_VALUE, 8 * size);
    }
}
