/**
 * Importance in networks: scores of the nodes of a weighted graph from an eigenvector.
 *
 * <p>An edge from i to j is {@code [i, j]} in a list of edges and the entry in row i and column j of an adjacency matrix. Graphs are
 * held by their edges, so that a hundred thousand of them cost milliseconds a round.
 *
 * <p>Start reading at {@link org.mlmath.linalg.graph.PageRank}.
 */
package org.mlmath.linalg.graph;
