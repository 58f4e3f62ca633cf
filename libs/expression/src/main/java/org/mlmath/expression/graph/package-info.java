/**
 * Values. {@link org.mlmath.expression.graph.Graph} holds what a tree computes, equal parts once;
 * {@link org.mlmath.expression.graph.Adjoints} adds the nodes of a gradient to it, {@link org.mlmath.expression.graph.Program}
 * is the straight line of operations for chosen outputs, and {@link org.mlmath.expression.graph.Tape} interprets it.
 */
package org.mlmath.expression.graph;
