package org.mlmath.linalg.graph;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A graph whose nodes' centrality is asked for: edges, or an adjacency matrix")
public record EigenvectorCentralityRequest(
        @Schema(
                description = "n×n: the weight of the edge from i to j in row i and column j, 0 for none",
                examples = "[[0, 1, 1], [1, 0, 1], [1, 1, 0]]")
        Matrix adjacency,

        @Schema(
                description = "Edges [from, to] or [from, to, weight], nodes numbered from 0; repeated ones add up",
                examples = "[[0, 1], [1, 2], [2, 0]]")
        Matrix edges,

        @Schema(
                description = "How many nodes there are; one more than the largest number in `edges` by default",
                examples = "3")
        @Min(1)
        @Max(Graph.MOST_NODES)
        Integer nodes,

        @Schema(
                description = "Whether an edge of the list leads one way only; an adjacency matrix is taken as it is",
                defaultValue = "true")
        Boolean directed,

        @Schema(
                description = "The residual allowed, ‖Aᵀx − λx‖₂ relative to λ",
                defaultValue = "1e-12",
                examples = "1e-12")
        @DecimalMin("1e-15")
        @DecimalMax("1")
        Double tolerance,

        @Schema(description = "Rounds to stop after", defaultValue = "10000", examples = "100") @Min(1) @Max(1_000_000)
        Integer maxIterations,

        @Schema(description = "Show the first rounds, for up to 10 nodes", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public EigenvectorCentralityRequest {
        directed = directed == null || directed;
        tolerance = tolerance == null ? 1e-12 : tolerance;
        maxIterations = maxIterations == null ? 10_000 : maxIterations;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return GraphCost.of(adjacency, edges, nodes, Math.min(maxIterations, 300));
    }
}
