package org.mlmath.linalg.graph;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The probability to be found at each node after a long walk")
public record PageRankResult(
        @Schema(description = "One for each node; they sum to 1", examples = "[0.43, 0.29, 0.28]")
        double[] scores,

        @Schema(description = "The nodes by falling score", examples = "[0, 1, 2]")
        int[] ranking,

        @Schema(description = "Rounds over all edges", examples = "98")
        int iterations,

        @Schema(description = "Whether the error is within the tolerance")
        boolean converged,

        @Schema(description = "Nodes without an outgoing edge", examples = "[2]")
        int[] dangling,

        @Schema(description = "Parts of the graph with no edge between them", examples = "1")
        int components,

        @Schema(description = "How right the scores are") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "PageRankDiagnostics", description = "How right the scores are")
    public record Diagnostics(
            @Schema(description = "Sum of the moduli of what the last round changed", examples = "1e-14")
            double change,

            @Schema(
                    description = "Bound of the sum of all errors, d/(1 − d) times the change; absent at damping 1",
                    examples = "6e-14",
                    nullable = true)
            Double errorBound) {}
}
