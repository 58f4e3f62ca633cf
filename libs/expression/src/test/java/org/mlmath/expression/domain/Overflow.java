package org.mlmath.expression.domain;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.graph.Graph;
import org.mlmath.expression.graph.Lowering;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;

/** Whether a part of an expression is too large, or too small, for the arithmetic of doubles to follow the mathematics. */
final class Overflow {
    private Overflow() {}

    static boolean at(Expression expression, List<String> variables, double[] point) {
        if (expression instanceof Expression.Series) {
            return true; // its parts have values for each index only
        }
        Graph graph = new Graph();
        double[] value = new double[1];
        new Tape(Program.of(graph, List.of(Lowering.lower(graph, expression, variables)), variables.size()))
                .evaluate(point, value);
        double size = Math.abs(value[0]);
        return size > 1e100
                || size > 0 && size < 1e-100
                || Expressions.children(expression).stream().anyMatch(child -> at(child, variables, point));
    }
}
