package org.mlmath.linalg.graph;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Scores proportional to the sum of the scores of the nodes that point here: Aᵀx = λx")
public record EigenvectorCentralityResult(
        @Schema(description = "One for each node, none negative, of 2-norm 1", examples = "[0.577, 0.577, 0.577]")
        double[] scores,

        @Schema(description = "The nodes by falling score", examples = "[0, 1, 2]")
        int[] ranking,

        @Schema(
                description = "λ, the largest eigenvalue of the adjacency matrix; \"Infinity\" where it overflows",
                examples = "2")
        double eigenvalue,

        @Schema(description = "Rounds over all edges", examples = "32")
        int iterations,

        @Schema(description = "Whether the residual is within the tolerance")
        boolean converged,

        @Schema(description = "Parts of the graph with no edge between them", examples = "1")
        int components,

        @Schema(description = "How right the scores are") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    EigenvectorCentralityResult withSteps(List<Step> shown) {
        return new EigenvectorCentralityResult(
                scores,
                ranking,
                eigenvalue,
                iterations,
                converged,
                components,
                diagnostics,
                conventions,
                warnings,
                shown);
    }

    @Schema(name = "EigenvectorCentralityDiagnostics", description = "How right the scores are")
    public record Diagnostics(
            @Schema(description = "‖Aᵀx − λx‖₂ / λ", examples = "1e-13")
            double residual) {}
}
