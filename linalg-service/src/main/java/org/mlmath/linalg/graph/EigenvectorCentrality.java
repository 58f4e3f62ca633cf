package org.mlmath.linalg.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;

/**
 * Eigenvector centrality: the x ≥ 0 with Aᵀx = λx for the largest eigenvalue λ, of 2-norm 1 (Perron and Frobenius; Bonacich, 1972).
 *
 * <p>Power iteration with Aᵀ + c·I from equal scores, where c is the Rayleigh quotient so far: without a shift bipartite graphs
 * would swing for ever. Where several parts have the same λ, each keeps the share it has in the equal scores.
 */
final class EigenvectorCentrality {
    private EigenvectorCentrality() {}

    /**
     * @param tolerance of ‖Aᵀx − λx‖₂ / λ
     * @throws DomainException if the graph has no cycle: then λ = 0, and the scores mean nothing
     */
    static EigenvectorCentralityResult of(
            Graph graph, double tolerance, int maxIterations, boolean explain, Deadline deadline) {
        if (!graph.hasCycle()) {
            throw new DomainException("The graph has no cycle, so the only eigenvalue is 0 and there is no centrality."
                            + " If its edges have no direction, set directed to false.")
                    .at("/edges");
        }
        int n = graph.nodes();
        double scale = graph.largestWeight();
        double[] x = new double[n];
        Arrays.fill(x, 1 / Math.sqrt(n));
        double value = 0;
        double residual = Double.POSITIVE_INFINITY;
        int iterations = 0;
        double floor = 4 * Math.ulp(1.0) * Math.sqrt(n);
        while (iterations < maxIterations && residual > Math.max(tolerance, floor)) {
            deadline.check();
            double[] image = new double[n];
            for (int k = 0; k < graph.from().length; k++) {
                image[graph.to()[k]] += graph.weights()[k] / scale * x[graph.from()[k]];
            }
            value = dot(x, image);
            double square = 0;
            for (int i = 0; i < n; i++) {
                double difference = image[i] - value * x[i];
                square += difference * difference;
            }
            residual = value > 0 ? Math.sqrt(square) / value : Double.POSITIVE_INFINITY;
            double shift = Math.max(value, 1e-3);
            for (int i = 0; i < n; i++) {
                image[i] += shift * x[i];
            }
            double norm = Math.sqrt(dot(image, image));
            for (int i = 0; i < n; i++) {
                x[i] = image[i] / norm;
            }
            iterations++;
        }
        boolean converged = residual <= Math.max(tolerance, floor);
        List<Warning> warnings = new ArrayList<>();
        int components = graph.components();
        if (!converged) {
            warnings.add(new Warning(
                    "not-converged",
                    "After %d rounds the scores still change. In a graph that is not strongly connected they may do so for ever."
                            .formatted(iterations),
                    "/scores"));
        }
        if (components > 1) {
            warnings.add(new Warning(
                    "disconnected",
                    "The graph has %d parts. Only those with the largest eigenvalue have scores; see pagerank."
                            .formatted(components),
                    "/scores"));
        }
        EigenvectorCentralityResult result = new EigenvectorCentralityResult(
                x,
                Graph.ranking(x),
                value * scale,
                iterations,
                converged,
                components,
                new EigenvectorCentralityResult.Diagnostics(residual),
                Map.of(
                        "direction", "a node's score comes from the nodes that point to it, as in NetworkX",
                        "scores", "2-norm 1, none negative"),
                warnings,
                null);
        return explain ? CentralityWorking.explain(result, graph) : result;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
