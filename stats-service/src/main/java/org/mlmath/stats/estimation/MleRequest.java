package org.mlmath.stats.estimation;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Observations and the family of distributions they come from")
public record MleRequest(
        @Schema(description = "Name of the family, as GET /v1/stats/distributions lists them", examples = "exponential")
        @NotNull
        String distribution,

        @Schema(description = "Independent observations", examples = "[0.4, 1.3, 0.2, 2.5]") @NotNull
        Observations data,

        @Schema(description = "Parameters held at a value, by name or alias", examples = "{\"trials\": 10}")
        Map<String, Double> fixed,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the derivation", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public MleRequest {
        fixed = fixed == null ? Map.of() : fixed;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        return EstimationCost.of(data);
    }
}
