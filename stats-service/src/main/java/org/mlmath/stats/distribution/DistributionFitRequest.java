package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Observations that a distribution shall fit")
public record DistributionFitRequest(
        @Schema(description = "Independent observations", examples = "[2.1, 3.4, 1.9, 2.8, 2.6]") @NotNull
        Observations data,

        @Schema(
                description = "Maximum likelihood, or the method of moments (variance with divisor n)",
                defaultValue = "mle")
        FittingMethod method,

        @Schema(description = "Parameters held at a value, by name or alias", examples = "{\"mean\": 2.5}")
        Map<String, Double> fixed,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_OBSERVATION = 5e-6;

    public DistributionFitRequest {
        method = method == null ? FittingMethod.MAXIMUM_LIKELIHOOD : method;
        fixed = fixed == null ? Map.of() : fixed;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        return data == null
                ? Cost.SMALL
                : new Cost(data.values().length * SECONDS_PER_OBSERVATION, 16L * data.values().length);
    }
}
