package org.mlmath.stats.description;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "An estimate of a density")
public record KdeResult(
        @Schema(description = "Where it was evaluated") double[] x,
        @Schema(description = "The density at each x") double[] density,

        @Schema(description = "Standard deviation of the kernel")
        double bandwidth,

        @Schema(description = "Number of observations") int count,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the estimate")
        List<Warning> warnings) {}
