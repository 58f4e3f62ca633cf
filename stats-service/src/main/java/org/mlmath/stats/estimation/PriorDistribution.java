package org.mlmath.stats.estimation;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is believed of a parameter beforehand")
public record PriorDistribution(
        @Schema(
                description = "Name of a continuous family, as GET /v1/stats/distributions lists them",
                examples = "beta")
        @NotNull
        String name,

        @Schema(description = "Its parameters by name or alias", examples = "{\"alpha\": 2, \"beta\": 2}") @NotNull
        Map<String, Double> parameters) {}
