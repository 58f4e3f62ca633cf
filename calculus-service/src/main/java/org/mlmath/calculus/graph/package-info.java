/**
 * Expressions as graphs of elementary operations, with the values of the forward pass and the adjoints of the backward pass. Start at
 * {@link org.mlmath.calculus.graph.ComputationGraph}.
 *
 * <p>Conventions: equal parts are one node; ids count from 0 in forward order, the last node being the expression; the adjoint of a
 * node is the derivative of the expression by it.
 */
package org.mlmath.calculus.graph;
