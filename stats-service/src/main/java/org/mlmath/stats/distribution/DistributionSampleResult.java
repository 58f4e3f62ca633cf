package org.mlmath.stats.distribution;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.stats.number.Quantity;

@Schema(description = "Independent values drawn from a distribution")
public record DistributionSampleResult(
        @Schema(description = "Name of the family", examples = "normal")
        String distribution,

        @Schema(description = "Parameters by name, with defaults filled in")
        Map<String, Quantity> parameters,

        @Schema(description = "The values, in the order drawn; vectors as rows")
        VectorOrMatrix values,

        @Schema(description = "The seed that gives these values again")
        long seed,

        @Schema(description = "What chance does to them") SamplingDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the values")
        List<Warning> warnings) {}
