package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Quantity;

@Schema(description = "A distribution and how much of it an interval shall hold")
public record DistributionIntervalRequest(
        @Schema(description = "Parameters by name or alias", examples = "{\"mean\": 100, \"standardDeviation\": 15}")
        @NotNull
        Map<String, Quantity> parameters,

        @Schema(description = "Probability inside the interval, strictly between 0 and 1", examples = "0.95") @NotNull
        Double level,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    @Override
    public Cost cost() {
        return Cost.SMALL;
    }
}
