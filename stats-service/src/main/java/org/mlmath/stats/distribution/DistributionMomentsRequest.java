package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Quantity;

@Schema(description = "A distribution to summarize")
public record DistributionMomentsRequest(
        @Schema(description = "Parameters by name or alias", examples = "{\"degreesOfFreedom\": 5}") @NotNull
        Map<String, Quantity> parameters,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    /** The entropy of a discrete distribution is a sum of up to some 30,000 terms. */
    private static final Cost LONGEST_SUM = new Cost(3e-3, 4096);

    @Override
    public Cost cost() {
        return LONGEST_SUM;
    }
}
