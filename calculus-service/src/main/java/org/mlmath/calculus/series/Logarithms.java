package org.mlmath.calculus.series;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/** ln(2ᵏ) = k ln 2, on every level, so that a condensed series is a formula in k and not in a power of two that no one can evaluate. */
final class Logarithms {
    private Logarithms() {}

    static Expression ofPowersOfTwo(Expression expression, String index) {
        return switch (expression) {
            case Negate(Expression operand) -> new Negate(ofPowersOfTwo(operand, index));
            case Sum(List<Expression> terms) -> new Sum(all(terms, index));
            case Product(List<Expression> factors) -> new Product(all(factors, index));
            case Quotient(Expression numerator, Expression denominator) ->
                new Quotient(ofPowersOfTwo(numerator, index), ofPowersOfTwo(denominator, index));
            case Power(Expression base, Expression exponent) ->
                new Power(ofPowersOfTwo(base, index), ofPowersOfTwo(exponent, index));
            case Call(Function function, List<Expression> arguments)
            when function == Function.LN
                    && arguments.getFirst().equals(new Power(Expressions.number(2), new Variable(index))) ->
                new Product(List.of(new Variable(index), Call.of(Function.LN, Expressions.number(2))));
            case Call(Function function, List<Expression> arguments) -> new Call(function, all(arguments, index));
            default -> expression;
        };
    }

    private static List<Expression> all(List<Expression> expressions, String index) {
        return expressions.stream().map(part -> ofPowersOfTwo(part, index)).toList();
    }
}
