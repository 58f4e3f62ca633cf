package org.mlmath.linalg.graph;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A graph whose nodes are to be ranked: edges, or an adjacency matrix")
public record PageRankRequest(
        @Schema(
                description = "n×n: the weight of the edge from i to j in row i and column j, 0 for none",
                examples = "[[0, 1, 1], [1, 0, 0], [0, 0, 0]]")
        Matrix adjacency,

        @Schema(
                description = "Edges [from, to] or [from, to, weight], nodes numbered from 0; repeated ones add up",
                examples = "[[0, 1], [0, 2], [1, 0]]")
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
                description = "The probability to follow an edge rather than to start again somewhere",
                defaultValue = "0.85",
                examples = "0.85")
        @DecimalMin("0")
        @DecimalMax("1")
        Double damping,

        @Schema(
                description =
                        "How likely it is to start again at each node: n weights, not negative, not all 0; equal by default. Nodes"
                                + " without an outgoing edge lead where these say",
                examples = "[1, 0, 0]")
        double[] personalization,

        @Schema(
                description =
                        "The largest error allowed for the sum of all scores' errors; at damping 1, the change of a round",
                defaultValue = "1e-12",
                examples = "1e-12")
        @DecimalMin("1e-15")
        @DecimalMax("1")
        Double tolerance,

        @Schema(description = "Rounds to stop after", defaultValue = "10000", examples = "100") @Min(1) @Max(1_000_000)
        Integer maxIterations,

        @Schema(description = "Show the working, for at most 6 nodes", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PageRankRequest {
        directed = directed == null || directed;
        damping = damping == null ? 0.85 : damping;
        tolerance = tolerance == null ? 1e-12 : tolerance;
        maxIterations = maxIterations == null ? 10_000 : maxIterations;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        double rounds =
                damping >= 1 ? 1000 : Math.log(tolerance * (1 - damping) / 2) / Math.log(Math.max(damping, 0.01));
        return GraphCost.of(adjacency, edges, nodes, Math.min(maxIterations, rounds));
    }
}
