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
    private static final double LONGEST = 4;

    @Override
    public Cost cost() {
        if (at == null) {
            return Cost.SMALL;
        }
        int points = at.entries().length;
        double summing = points * DistributionCost.perValue(parameters);
        // What turns out to take too long is refused as soon as that is seen.
        return points < 50 && summing == 0
                ? Cost.SMALL
                : new Cost(points * SECONDS_PER_POINT + Math.min(LONGEST, summing), 16L * points);
    }
}
