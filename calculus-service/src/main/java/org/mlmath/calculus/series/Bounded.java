package org.mlmath.calculus.series;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/**
 * A term as bounded factors (sines, cosines, powers of −1) times the rest.
 *
 * @param rest with 1 for each bounded factor
 * @param factors what was left out
 */
record Bounded(Expression rest, List<Expression> factors) {
    static Bounded of(Expression term) {
        List<Expression> factors = new ArrayList<>();
        Expression rest = without(term, factors);
        return new Bounded(rest, factors);
    }

    private static Expression without(Expression expression, List<Expression> left) {
        return switch (expression) {
            case Negate(Expression operand) -> without(operand, left);
            case Product(List<Expression> factors) ->
                new Product(
                        factors.stream().map(factor -> without(factor, left)).toList());
            case Quotient(Expression numerator, Expression denominator) ->
                new Quotient(without(numerator, left), denominator);
            case Power(Negate(Expression.Number base), Expression _)
            when base.equals(Expressions.number(1)) -> taken(expression, left);
            case Power(Call(Function function, List<Expression> _), Expression.Number _)
            when isTrigonometric(function) -> taken(expression, left);
            case Call(Function function, List<Expression> _) when isTrigonometric(function) -> taken(expression, left);
            default -> expression;
        };
    }

    private static boolean isTrigonometric(Function function) {
        return function == Function.SIN || function == Function.COS;
    }

    private static Expression taken(Expression factor, List<Expression> left) {
        left.add(factor);
        return Expressions.number(1);
    }
}
