package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Bound;
import org.mlmath.stats.number.Quantity;

@Schema(description = "A distribution and an interval, both ends included")
public record DistributionProbabilityRequest(
        @Schema(description = "Parameters by name or alias", examples = "{\"trials\": 10, \"probability\": 0.5}")
        @NotNull
        Map<String, Quantity> parameters,

        @Schema(description = "Lower end of the interval", defaultValue = "-Infinity", examples = "3")
        Bound lower,

        @Schema(description = "Upper end of the interval", defaultValue = "Infinity", examples = "\"sqrt(50)\"")
        Bound upper,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public DistributionProbabilityRequest {
        lower = lower == null ? new Bound(Double.NEGATIVE_INFINITY) : lower;
        upper = upper == null ? new Bound(Double.POSITIVE_INFINITY) : upper;
    }

    @Override
    public Cost cost() {
        return new Cost(1e-4, 4096);
    }
}
