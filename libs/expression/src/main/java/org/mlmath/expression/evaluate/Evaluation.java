package org.mlmath.expression.evaluate;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.graph.Graph;
import org.mlmath.expression.graph.Lowering;
import org.mlmath.expression.graph.Node;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;
import org.mlmath.numerics.DomainException;

/** The value of an expression at a point, or why it has none. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * @param variables the order of the point's coordinates, all free variables of the expression among them
     * @throws DomainException where the value is undefined or too large for a double: names the sub-expression that is so
     *     first, as fact {@code expression}
     */
    public static double value(Expression expression, List<String> variables, double[] point) {
        Graph graph = new Graph();
        Node node = Lowering.lower(graph, expression, variables);
        double[] value = new double[1];
        new Tape(Program.of(graph, List.of(node), variables.size())).evaluate(point, value);
        return defined(value[0], expression, variables, point);
    }

    /**
     * Passes a value on that was computed elsewhere.
     *
     * @return the value
     * @throws DomainException as {@link #value} does
     */
    public static double defined(double value, Expression expression, List<String> variables, double[] point) {
        if (Double.isFinite(value)) {
            return value;
        }
        throw new Diagnosis(variables, point).of(expression);
    }

    /**
     * The value of a text without variables, as {@code pi/4}.
     *
     * @throws DomainException where it has none
     * @throws org.mlmath.expression.parse.ExpressionSyntaxException where it is no expression
     * @throws org.mlmath.expression.parse.UnknownNameException for any variable
     */
    public static double constant(String text) {
        return value(Expressions.parse(text, List.of()), List.of(), new double[0]);
    }
}
