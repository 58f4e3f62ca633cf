package org.mlmath.expression.quadrature;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;

/** The few constructions on trees that are needed here. */
final class Trees {
    private Trees() {}

    static Expression of(Polynomial polynomial, String variable) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i <= polynomial.degree(); i++) {
            Rational c = polynomial.coefficient(i);
            if (c.signum() != 0) {
                Expression number = number(c);
                terms.add(
                        i == 0
                                ? number
                                : new Expression.Product(List.of(
                                        number, new Expression.Power(new Variable(variable), Expressions.number(i)))));
            }
        }
        return terms.isEmpty() ? Expressions.number(0) : terms.size() == 1 ? terms.getFirst() : new Sum(terms);
    }

    private static Expression number(Rational value) {
        Expression above = Expressions.number(new BigDecimal(value.numerator()));
        return value.isInteger() ? above : new Quotient(above, Expressions.number(new BigDecimal(value.denominator())));
    }

    /** The same node of changed children; sums over ranges stay as they are. */
    static Expression mapped(Expression expression, UnaryOperator<Expression> change) {
        return switch (expression) {
            case Expression.Negate(Expression operand) -> new Expression.Negate(change.apply(operand));
            case Sum(List<Expression> terms) ->
                new Sum(terms.stream().map(change).toList());
            case Expression.Product(List<Expression> factors) ->
                new Expression.Product(factors.stream().map(change).toList());
            case Quotient(Expression above, Expression below) -> new Quotient(change.apply(above), change.apply(below));
            case Expression.Power(Expression base, Expression exponent) ->
                new Expression.Power(change.apply(base), change.apply(exponent));
            case Expression.Call(Function function, List<Expression> arguments) ->
                new Expression.Call(function, arguments.stream().map(change).toList());
            default -> expression;
        };
    }
}
