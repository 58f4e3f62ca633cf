package org.mlmath.stats.distribution;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Quantity;

@Schema(description = "The central interval of a distribution")
public record DistributionIntervalResult(
        @Schema(description = "Name of the family", examples = "normal")
        String distribution,

        @Schema(description = "Parameters by name, with defaults filled in")
        Map<String, Quantity> parameters,

        @Schema(description = "Lower end: (1 - level)/2 of the distribution lies below it")
        double lower,

        @Schema(description = "Upper end: (1 - level)/2 of the distribution lies above it")
        double upper,

        @Schema(description = "P(lower ≤ X ≤ upper), more than level where the distribution is discrete")
        double probability,

        @Schema(description = "How right the ends are") DistributionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the interval")
        List<Warning> warnings) {}
