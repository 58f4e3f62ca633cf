package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Numbers;
import org.mlmath.stats.number.Quantity;

@Schema(
        description =
                "A distribution and the probabilities whose quantiles are wanted, given as such or by their logarithms")
public record DistributionQuantileRequest(
        @Schema(description = "Parameters by name or alias", examples = "{\"degreesOfFreedom\": 5}") @NotNull
        Map<String, Quantity> parameters,

        @Schema(
                description = "Probabilities in [0, 1]; either these or logProbabilities",
                examples = "[0.025, 0.5, 0.975]")
        Numbers probabilities,

        @Schema(
                description = "Natural logarithms of probabilities, at most 0: for tails beyond 1e-308",
                examples = "[-1000]")
        Numbers logProbabilities,

        @Schema(description = "Whether the probabilities lie below the quantile or above it", defaultValue = "lower")
        Tail tail,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_QUANTILE = 5e-5;

    /** Values of the distribution function that finding a quantile takes. */
    private static final int STEPS = 20;

    private static final double LONGEST = 4;

    public DistributionQuantileRequest {
        tail = tail == null ? Tail.LOWER : tail;
    }

    @Override
    public Cost cost() {
        long count = (probabilities == null ? 0 : probabilities.values().length)
                + (logProbabilities == null ? 0 : logProbabilities.values().length);
        double summing = count * STEPS * DistributionCost.perValue(parameters);
        // What turns out to take too long is refused as soon as that is seen.
        return count < 10 && summing == 0
                ? Cost.SMALL
                : new Cost(count * SECONDS_PER_QUANTILE + Math.min(LONGEST, summing), 16 * count);
    }
}
