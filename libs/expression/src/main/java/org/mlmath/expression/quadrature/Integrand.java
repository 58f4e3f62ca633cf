package org.mlmath.expression.quadrature;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.graph.Graph;
import org.mlmath.expression.graph.Lowering;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Polynomial;

/** A formula as a function of its one variable, infinite where it overflows, also seen from one of its points. */
final class Integrand implements DoubleUnaryOperator {
    private final Expression expression;
    private final String variable;
    private final Deadline deadline;
    private final Tape tape;
    private final double[] input = new double[1];
    private final double[] output = new double[1];
    private long evaluations;

    Integrand(Expression expression, String variable, Deadline deadline) {
        this.expression = StableForm.of(expression);
        this.variable = variable;
        this.deadline = deadline;
        Graph graph = new Graph();
        tape = new Tape(Program.of(graph, List.of(Lowering.lower(graph, this.expression, List.of(variable))), 1));
    }

    Expression expression() {
        return expression;
    }

    String variable() {
        return variable;
    }

    Deadline deadline() {
        return deadline;
    }

    @Override
    public double applyAsDouble(double x) {
        if ((++evaluations & 1023) == 0) {
            deadline.check();
        }
        input[0] = x;
        tape.evaluate(input, output);
        return output[0];
    }

    /**
     * The formula of the distance t from c, simplified so that c cancels where it can: 1/√(1 − x) from 1 is 1/√t.
     *
     * @param side 1 for c + t, −1 for c − t
     */
    Integrand from(double c, int side) {
        Expression t = new Variable(variable);
        Expression moved = side > 0 ? t : new Expression.Negate(t);
        Expression at =
                c == 0 ? moved : new Sum(List.of(Expressions.number(new BigDecimal(Double.toString(c))), moved));
        return replaced(at);
    }

    /** The formula of t = ±1/x. */
    Integrand inverted(int side) {
        Expression reciprocal = new Quotient(Expressions.number(1), new Variable(variable));
        return replaced(side > 0 ? reciprocal : new Expression.Negate(reciprocal));
    }

    private Integrand replaced(Expression by) {
        Expression substituted = Substitution.of(expression, variable, by);
        Simplifier simplifier = new Simplifier(deadline);
        Expression simplified = simplifier.simplify(simplifier.simplify(polynomials(substituted)));
        return new Integrand(simplified, variable, deadline);
    }

    /** Sums that are polynomials, multiplied out exactly: 1 − (1 − t)² is 2t − t². */
    private Expression polynomials(Expression expression) {
        if (expression instanceof Sum) {
            Polynomial polynomial = RationalFunction.of(expression, variable)
                    .flatMap(RationalFunction::polynomial)
                    .orElse(null);
            if (polynomial != null && polynomial.degree() <= 20) {
                return Trees.of(polynomial, variable);
            }
        }
        return Trees.mapped(expression, this::polynomials);
    }
}
