package org.mlmath.expression.graph;

import org.mlmath.expression.Expression.Series;

/**
 * A sum or product over a range.
 *
 * @param body a graph whose input 0 is the index, the others being what the loop node's operands after the bounds are
 * @param result the body's value
 */
record Loop(Series.Kind kind, Graph body, Node result) {}
