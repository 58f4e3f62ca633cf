package org.mlmath.stats.distribution;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Quantity;

@Schema(description = "Values of a function of a distribution")
public record DistributionValuesResult(
        @Schema(description = "Name of the family", examples = "normal")
        String distribution,

        @Schema(description = "Parameters by name, with defaults filled in")
        Map<String, Quantity> parameters,

        @Schema(description = "One value for each that was asked for, in the same order")
        double[] values,

        @Schema(description = "How right the values are") DistributionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the values")
        List<Warning> warnings) {}
