package org.mlmath.stats.description;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Quantiles of a sample")
public record QuantileResult(
        @Schema(description = "The quantile at each probability, in their order")
        double[] values,

        @Schema(description = "The probabilities") double[] probabilities,
        @Schema(description = "Number of observations") int count,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the quantiles")
        List<Warning> warnings) {}
