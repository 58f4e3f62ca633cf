package org.mlmath.stats.description;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A sample counted into bins")
public record HistogramResult(
        @Schema(description = "The edges of the bins, one more than there are bins")
        double[] edges,

        @Schema(description = "What falls into each bin: the number of observations, or their weights")
        double[] counts,

        @Schema(description = "counts over width and total, so that the bars' areas add up to 1")
        double[] density,

        @Schema(description = "Share of the total up to the end of each bin")
        double[] cumulative,

        @Schema(description = "Observations below the first edge or above the last, counted nowhere")
        int outside,

        @Schema(description = "The rule that was followed", nullable = true)
        BinRule rule,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the histogram")
        List<Warning> warnings) {}
