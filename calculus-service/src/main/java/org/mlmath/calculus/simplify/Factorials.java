package org.mlmath.calculus.simplify;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/** u! = Γ(u + 1), as the language means it. */
final class Factorials {
    private Factorials() {}

    static Expression asGamma(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> new Negate(asGamma(operand));
            case Sum(List<Expression> terms) -> new Sum(all(terms));
            case Product(List<Expression> factors) -> new Product(all(factors));
            case Quotient(Expression numerator, Expression denominator) ->
                new Quotient(asGamma(numerator), asGamma(denominator));
            case Power(Expression base, Expression exponent) -> new Power(asGamma(base), asGamma(exponent));
            case Call(Function function, List<Expression> arguments)
            when function == Function.FACTORIAL
                    && !arguments.getFirst().variables().isEmpty() ->
                Call.of(Function.GAMMA, new Sum(List.of(asGamma(arguments.getFirst()), Expressions.number(1))));
            case Call(Function function, List<Expression> arguments) -> new Call(function, all(arguments));
            default -> expression;
        };
    }

    private static List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(Factorials::asGamma).toList();
    }
}
