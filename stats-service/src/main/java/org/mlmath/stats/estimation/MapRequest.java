package org.mlmath.stats.estimation;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;

@Schema(
        description =
                "Observations, the family of distributions they come from, and what is believed of its parameters beforehand")
public record MapRequest(
        @Schema(description = "Name of the family, as GET /v1/stats/distributions lists them", examples = "bernoulli")
        @NotNull
        String distribution,

        @Schema(description = "Independent observations", examples = "[1, 0, 1, 1]") @NotNull
        Observations data,

        @Schema(
                description = "Independent prior distributions by the name of the parameter; flat where none is given",
                examples = "{\"probability\": {\"name\": \"beta\", \"parameters\": {\"alpha\": 2, \"beta\": 2}}}")
        Map<String, PriorDistribution> prior,

        @Schema(description = "Parameters held at a value, by name or alias", examples = "{\"standardDeviation\": 2}")
        Map<String, Double> fixed,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the derivation", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public MapRequest {
        prior = prior == null ? Map.of() : prior;
        fixed = fixed == null ? Map.of() : fixed;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        return EstimationCost.of(data);
    }
}
