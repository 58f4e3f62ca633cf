package org.mlmath.expression.domain;

import java.util.List;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.graph.Graph;
import org.mlmath.expression.graph.Lowering;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;

/** Whether a part of an expression is too large, or too small, for the arithmetic of doubles to follow the mathematics. */
final class Overflow {
    /** Quotients of factorials, each of which overflows before the quotient does. */
    private static final Set<Function> FACTORIALS = Set.of(Function.BINOMIAL, Function.BETA);

    /** What comes near 0 or 1 without being so is rounded to it. */
    private static final Set<Function> LIMITS = Set.of(
            Function.EXP,
            Function.ERF,
            Function.ERFC,
            Function.TANH,
            Function.SECH,
            Function.SIGMOID,
            Function.SOFTPLUS,
            Function.SILU,
            Function.GELU,
            Function.NORMALPDF,
            Function.NORMALCDF,
            Function.SOFTSIGN);

    private Overflow() {}

    static boolean at(Expression expression, List<String> variables, double[] point) {
        if (expression instanceof Expression.Series) {
            return true; // its parts have values for each index only
        }
        double size = Math.abs(value(expression, variables, point));
        boolean factorials = expression instanceof Expression.Call call && FACTORIALS.contains(call.function());
        boolean limit = expression instanceof Expression.Call call && LIMITS.contains(call.function());
        boolean power = expression instanceof Expression.Power;
        return size > 1e100
                || (limit && (size < 1e-100 || size == 1))
                || (power && size == 0)
                || factorials
                        && Expressions.children(expression).stream()
                                .anyMatch(child -> !(Math.abs(value(child, variables, point)) < 100))
                || size > 0 && size < 1e-100
                || Expressions.children(expression).stream().anyMatch(child -> at(child, variables, point));
    }

    private static double value(Expression expression, List<String> variables, double[] point) {
        Graph graph = new Graph();
        double[] value = new double[1];
        new Tape(Program.of(graph, List.of(Lowering.lower(graph, expression, variables)), variables.size()))
                .evaluate(point, value);
        return value[0];
    }
}
