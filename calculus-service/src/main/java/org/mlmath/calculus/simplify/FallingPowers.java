package org.mlmath.calculus.simplify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;

/** Sums of monomials by falling degree, unless that would put a sign in front that need not be there. */
final class FallingPowers {
    private FallingPowers() {}

    static Expression of(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> new Negate(of(operand));
            case Sum(List<Expression> terms) -> sum(all(terms));
            case Product(List<Expression> factors) -> new Product(all(factors));
            case Quotient(Expression numerator, Expression denominator) -> new Quotient(of(numerator), of(denominator));
            case Power(Expression base, Expression exponent) -> new Power(of(base), of(exponent));
            case Call(Function function, List<Expression> arguments) -> new Call(function, all(arguments));
            default -> expression;
        };
    }

    private static List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(FallingPowers::of).toList();
    }

    private static Expression sum(List<Expression> terms) {
        if (terms.stream().anyMatch(term -> degree(term) == null)) {
            return new Sum(terms);
        }
        List<Expression> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparing(term -> -degree(term)));
        return new Sum(sorted.getFirst() instanceof Negate ? terms : sorted);
    }

    /** @return null for what is no monomial */
    private static Integer degree(Expression term) {
        return switch (term) {
            case Variable _ -> 1;
            case Negate(Expression operand) -> degree(operand);
            case Power(Variable _, Number(BigDecimal value)) when value.scale() <= 0 -> value.intValue();
            case Product(List<Expression> factors) -> {
                int total = 0;
                for (Expression factor : factors) {
                    Integer own = degree(factor);
                    if (own == null) {
                        yield null;
                    }
                    total += own;
                }
                yield total;
            }
            case Quotient(Expression numerator, Expression denominator)
            when denominator.variables().isEmpty() -> degree(numerator);
            default -> term.variables().isEmpty() ? 0 : null;
        };
    }
}
