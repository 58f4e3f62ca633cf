package org.mlmath.linalg.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Matrix;

/**
 * A directed graph with non-negative weights, as a list of edges in the order given; those of weight 0 are left out.
 *
 * @param nodes how many
 */
record Graph(int nodes, int[] from, int[] to, double[] weights) {
    static final int MOST_NODES = 1_000_000;

    /**
     * @param adjacency n×n, or null where there are edges
     * @param edges k×2 or k×3 (from, to, weight), or null where there is a matrix
     * @param nodes at least one more than the largest index, or null for just that
     * @param directed whether an edge of the list leads one way only
     */
    static Graph of(Matrix adjacency, Matrix edges, Integer nodes, boolean directed) {
        if ((adjacency == null) == (edges == null)) {
            throw new InvalidParameterException(
                            adjacency == null
                                    ? "There is no graph: give edges, or an adjacency matrix."
                                    : "Give edges or an adjacency matrix, not both.")
                    .at("/edges");
        }
        return adjacency != null ? ofMatrix(adjacency, nodes) : ofEdges(edges, nodes, directed);
    }

    private static Graph ofMatrix(Matrix a, Integer nodes) {
        if (!a.isSquare() || a.rows() == 0) {
            throw new DimensionMismatchException(
                            "The adjacency matrix is %s; it needs a row and a column for each node."
                                    .formatted(a.shape()))
                    .at("/adjacency");
        }
        if (nodes != null && nodes != a.rows()) {
            throw new DimensionMismatchException(
                            "The adjacency matrix is %s, but nodes is %d.".formatted(a.shape(), nodes))
                    .at("/nodes");
        }
        int n = a.rows();
        int count = 0;
        for (int at = 0; at < a.values().length; at++) {
            requireWeight(a.values()[at], "/adjacency/" + at / n + "/" + at % n);
            count += a.values()[at] > 0 ? 1 : 0;
        }
        int[] from = new int[count];
        int[] to = new int[count];
        double[] weights = new double[count];
        int k = 0;
        for (int at = 0; at < a.values().length; at++) {
            if (a.values()[at] > 0) {
                from[k] = at / n;
                to[k] = at % n;
                weights[k++] = a.values()[at];
            }
        }
        return new Graph(n, from, to, weights);
    }

    private static Graph ofEdges(Matrix edges, Integer nodes, boolean directed) {
        if (edges.rows() > 0 && edges.columns() != 2 && edges.columns() != 3) {
            throw new DimensionMismatchException("An edge is [from, to] or [from, to, weight]; these have %d entries."
                            .formatted(edges.columns()))
                    .at("/edges");
        }
        int given = edges.rows();
        int[] from = new int[directed ? given : 2 * given];
        int[] to = new int[from.length];
        double[] weights = new double[from.length];
        int largest = nodes == null ? -1 : nodes - 1;
        int k = 0;
        for (int i = 0; i < given; i++) {
            int start = index(edges.get(i, 0), nodes, "/edges/" + i + "/0");
            int end = index(edges.get(i, 1), nodes, "/edges/" + i + "/1");
            double weight = edges.columns() == 3 ? edges.get(i, 2) : 1;
            requireWeight(weight, "/edges/" + i + "/2");
            largest = Math.max(largest, Math.max(start, end));
            if (weight > 0) {
                from[k] = start;
                to[k] = end;
                weights[k++] = weight;
                if (!directed && start != end) {
                    from[k] = end;
                    to[k] = start;
                    weights[k++] = weight;
                }
            }
        }
        if (largest < 0) {
            throw new InvalidParameterException("The graph has no nodes: give edges, or the number of nodes.")
                    .at("/edges");
        }
        return new Graph(largest + 1, Arrays.copyOf(from, k), Arrays.copyOf(to, k), Arrays.copyOf(weights, k));
    }

    private static int index(double value, Integer nodes, String pointer) {
        if (value < 0 || value != Math.rint(value)) {
            throw new InvalidParameterException("Nodes are numbered 0, 1, 2, …; this is no such number.").at(pointer);
        }
        if (nodes != null && value >= nodes) {
            throw new InvalidParameterException(
                            "Of %d nodes the last is number %d, since the first is 0.".formatted(nodes, nodes - 1))
                    .at(pointer);
        }
        if (value >= MOST_NODES) {
            throw new LimitExceededException("A graph has at most %,d nodes.".formatted(MOST_NODES)).at(pointer);
        }
        return (int) value;
    }

    private static void requireWeight(double weight, String pointer) {
        if (weight < 0) {
            throw new InvalidParameterException("A weight is not negative.").at(pointer);
        }
    }

    /**
     * @return of each edge the share in the weights that leave its node. They are divided by the node's largest first: then no sum
     *     overflows, and none vanishes beside the weights of other nodes.
     */
    double[] shares() {
        double[] largest = new double[nodes];
        for (int k = 0; k < from.length; k++) {
            largest[from[k]] = Math.max(largest[from[k]], weights[k]);
        }
        double[] shares = new double[from.length];
        double[] sums = new double[nodes];
        for (int k = 0; k < from.length; k++) {
            shares[k] = weights[k] / largest[from[k]];
            sums[from[k]] += shares[k];
        }
        for (int k = 0; k < from.length; k++) {
            shares[k] /= sums[from[k]];
        }
        return shares;
    }

    /** @return the nodes that no edge leaves, ascending */
    int[] dangling() {
        boolean[] left = new boolean[nodes];
        for (int node : from) {
            left[node] = true;
        }
        return IntStream.range(0, nodes).filter(i -> !left[i]).toArray();
    }

    /** @return at least the smallest double, for an empty graph */
    double largestWeight() {
        double largest = Double.MIN_VALUE;
        for (double weight : weights) {
            largest = Math.max(largest, weight);
        }
        return largest;
    }

    /** @return how many parts there are with no edge between them, whichever way it leads */
    int components() {
        int[] parent = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            parent[i] = i;
        }
        int count = nodes;
        for (int k = 0; k < from.length; k++) {
            int x = root(parent, from[k]);
            int y = root(parent, to[k]);
            if (x != y) {
                parent[x] = y;
                count--;
            }
        }
        return count;
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** @return whether some path comes back to where it started; by taking away nodes that nothing leads to (Kahn) */
    boolean hasCycle() {
        int[] entering = new int[nodes];
        int[] first = new int[nodes + 1];
        for (int k = 0; k < from.length; k++) {
            entering[to[k]]++;
            first[from[k] + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            first[i + 1] += first[i];
        }
        int[] targets = new int[from.length];
        int[] next = first.clone();
        for (int k = 0; k < from.length; k++) {
            targets[next[from[k]]++] = to[k];
        }
        int[] queue = new int[nodes];
        int filled = 0;
        for (int i = 0; i < nodes; i++) {
            if (entering[i] == 0) {
                queue[filled++] = i;
            }
        }
        for (int at = 0; at < filled; at++) {
            for (int k = first[queue[at]]; k < first[queue[at] + 1]; k++) {
                if (--entering[targets[k]] == 0) {
                    queue[filled++] = targets[k];
                }
            }
        }
        return filled < nodes;
    }

    /** @return the nodes by falling score, of equal scores the smaller number first */
    static int[] ranking(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i])); // a stable sort
        int[] ranking = new int[order.length];
        Arrays.setAll(ranking, i -> order[i]);
        return ranking;
    }
}
