package org.mlmath.linalg.graph;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.Matrix;

/** What rounds over all edges take. */
final class GraphCost {
    /** Seconds for an edge, whose ends lie anywhere in memory. */
    private static final double EDGE = 3e-9;

    private GraphCost() {}

    static Cost of(Matrix adjacency, Matrix edges, Integer nodes, double rounds) {
        double entries = adjacency != null ? adjacency.values().length : edges != null ? 2.0 * edges.rows() : 0;
        double size = adjacency != null ? adjacency.rows() : 0;
        if (edges != null) {
            for (int i = 0; i < edges.rows() && edges.columns() >= 2; i++) {
                size = Math.max(size, Math.max(edges.get(i, 0), edges.get(i, 1)) + 1);
            }
        }
        size = Math.min(Graph.MOST_NODES, Math.max(size, nodes == null ? 0 : nodes));
        return new Cost(
                1e-5 + rounds * (entries + size) * EDGE + 5e-7 * size, (long) (4096 + 48 * entries + 100 * size));
    }
}
