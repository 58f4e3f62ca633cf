package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Quantity;

@Schema(description = "A distribution and the points at which one of its functions is wanted")
public record DistributionPointsRequest(
        @Schema(
                description = "Parameters by name or alias, as GET /v1/stats/distributions/{name} lists them",
                examples = "{\"mean\": 0, \"standardDeviation\": 1}")
        @NotNull
        Map<String, Quantity> parameters,

        @Schema(
                description =
                        "Points, inside the support or not: a number or a list of numbers; of a distribution of vectors a vector or a list of vectors",
                examples = "[-1.96, 0, 1.96]")
        @NotNull
        Quantity at,

        @Schema(description = "Whether to show the working; these operations have none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_POINT = 5e-6;

    @Override
    public Cost cost() {
        return at == null || at.entries().length < 50
                ? Cost.SMALL
                : new Cost(at.entries().length * SECONDS_PER_POINT, 16L * at.entries().length);
    }
}
