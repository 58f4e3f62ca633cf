package org.mlmath.linalg.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

/**
 * PageRank: the stationary distribution x = d·(Pᵀx + s(x)·v) + (1 − d)·v of a walk that follows an edge with probability d, chosen by
 * weight, and else starts again by v; s(x) is the probability of nodes without an outgoing edge, from which it starts again by v too.
 *
 * <p>Power iteration. A round is a contraction by d in the 1-norm, so d/(1 − d) times the last change bounds the sum of all errors. At
 * d = 1 there is no such bound, and for a periodic graph no convergence. Kinds of steps: transition, round, scores.
 *
 * <p>Source: Langville and Meyer, <i>Google's PageRank and Beyond</i> (2006), ch. 4 and 8.
 */
final class PageRank {
    private static final int READABLE = 6;
    private static final int ROUNDS_SHOWN = 3;

    private PageRank() {}

    /**
     * @param personalization n weights, or null for equal ones
     * @param tolerance of the error's bound
     */
    static PageRankResult of(
            Graph graph,
            double damping,
            double[] personalization,
            double tolerance,
            int maxIterations,
            boolean explain,
            Deadline deadline) {
        int n = graph.nodes();
        double[] restart = restart(personalization, n);
        int[] dangling = graph.dangling();
        double[] shares = graph.shares();
        Working working = explain && n <= READABLE ? new Working() : null;
        if (working != null) {
            explainTransition(working, graph, shares, dangling, restart);
        }
        double[] x = restart.clone();
        double change = 0;
        double bound = Double.POSITIVE_INFINITY;
        int iterations = 0;
        while (iterations < maxIterations && bound > tolerance) {
            deadline.check();
            double[] next = round(graph, shares, dangling, restart, damping, x);
            change = distance(next, x);
            bound = damping < 1 ? damping / (1 - damping) * change : change;
            x = next;
            iterations++;
            if (working != null && iterations <= ROUNDS_SHOWN) {
                working.add(
                        new Step(
                                "round",
                                "Round %d".formatted(iterations),
                                "Every node hands on its score along its edges; the rest starts again.",
                                "x_{%d} = %s".formatted(iterations, Latex.vector(x)),
                                x),
                        n);
            }
        }
        boolean converged = bound <= tolerance;
        List<Warning> warnings = warnings(graph, converged, iterations, damping);
        List<Step> steps = null;
        if (working != null) {
            steps = working.endingIn(new Step(
                    "scores",
                    "Until nothing changes",
                    "After %d rounds the scores stay as they are.".formatted(iterations),
                    "x = " + Latex.vector(x),
                    x));
        } else if (explain) {
            warnings.add(Warning.noSteps());
        }
        return new PageRankResult(
                x,
                Graph.ranking(x),
                iterations,
                converged,
                dangling,
                graph.components(),
                new PageRankResult.Diagnostics(change, damping < 1 ? Double.valueOf(bound) : null),
                Map.of(
                        "dangling",
                                "nodes without an outgoing edge lead to all nodes, by the personalization, as in NetworkX",
                        "scores", "sum to 1",
                        "edges", "from the first to the second; repeated ones add up; loops count"),
                warnings,
                steps);
    }

    private static double[] restart(double[] personalization, int n) {
        double[] restart = new double[n];
        if (personalization == null) {
            Arrays.fill(restart, 1.0 / n);
            return restart;
        }
        if (personalization.length != n) {
            throw new DimensionMismatchException("The graph has %d nodes, the personalization %d entries."
                            .formatted(n, personalization.length))
                    .at("/personalization");
        }
        double largest = 0;
        for (int i = 0; i < n; i++) {
            if (personalization[i] < 0) {
                throw new InvalidParameterException("A weight is not negative.").at("/personalization/" + i);
            }
            largest = Math.max(largest, personalization[i]);
        }
        if (largest == 0) {
            throw new InvalidParameterException("All weights are 0, so there is nowhere to start.")
                    .at("/personalization");
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            restart[i] = personalization[i] / largest;
            sum += restart[i];
        }
        for (int i = 0; i < n; i++) {
            restart[i] /= sum;
        }
        return restart;
    }

    private static double[] round(
            Graph graph, double[] shares, int[] dangling, double[] restart, double damping, double[] x) {
        double[] next = new double[x.length];
        for (int k = 0; k < shares.length; k++) {
            next[graph.to()[k]] += x[graph.from()[k]] * shares[k];
        }
        double lost = 0;
        for (int node : dangling) {
            lost += x[node];
        }
        double sum = 0;
        for (int i = 0; i < next.length; i++) {
            next[i] = damping * (next[i] + lost * restart[i]) + (1 - damping) * restart[i];
            sum += next[i];
        }
        for (int i = 0; i < next.length; i++) {
            next[i] /= sum; // 1 but for rounding, which must not add up over the rounds
        }
        return next;
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] - y[i]);
        }
        return sum;
    }

    private static List<Warning> warnings(Graph graph, boolean converged, int iterations, double damping) {
        List<Warning> warnings = new ArrayList<>();
        if (!converged) {
            warnings.add(new Warning(
                    "not-converged",
                    "After %d rounds the scores still change more than the tolerance allows.%s"
                            .formatted(
                                    iterations,
                                    damping < 1
                                            ? ""
                                            : " With damping 1 they may never settle: the walk can be periodic."),
                    "/scores"));
        }
        if (damping == 1 && graph.components() > 1) {
            warnings.add(new Warning(
                    "not-unique",
                    "With damping 1 and several parts the scores depend on where the walk starts: here, by the personalization.",
                    "/damping"));
        }
        return warnings;
    }

    private static void explainTransition(
            Working working, Graph graph, double[] shares, int[] dangling, double[] restart) {
        int n = graph.nodes();
        double[] p = new double[n * n];
        for (int k = 0; k < shares.length; k++) {
            p[graph.from()[k] * n + graph.to()[k]] += shares[k];
        }
        for (int node : dangling) {
            System.arraycopy(restart, 0, p, node * n, n);
        }
        Matrix transition = new Matrix(n, n, p);
        working.add(
                new Step(
                        "transition",
                        "Write down where the walk goes",
                        "Row i holds the probabilities to go from node i to each node, its edges by weight"
                                + (dangling.length == 0 ? "." : "; a node without edges starts again."),
                        "P = " + Latex.matrix(transition),
                        transition),
                p.length);
    }
}
