package org.mlmath.stats.distribution;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Quantity;

@Schema(description = "The probability of an interval")
public record DistributionProbabilityResult(
        @Schema(description = "Name of the family", examples = "binomial")
        String distribution,

        @Schema(description = "Parameters by name, with defaults filled in")
        Map<String, Quantity> parameters,

        @Schema(description = "P(lower ≤ X ≤ upper)") double value,
        @Schema(description = "How right the value is") DistributionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the value")
        List<Warning> warnings) {}
