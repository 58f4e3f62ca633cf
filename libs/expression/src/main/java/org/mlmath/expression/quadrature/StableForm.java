package org.mlmath.expression.quadrature;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/**
 * The same function with less cancellation: ln(1 + u) as log1p(u), e^u − 1 as expm1(u), 1 − cos u as 2 sin²(u/2). Near singular ends
 * and far out an integrand's digits would be lost otherwise.
 */
final class StableForm {
    private static final Expression ONE = Expressions.number(1);
    private static final Expression MINUS_ONE = Expressions.number(-1);
    private static final Expression TWO = Expressions.number(2);

    private StableForm() {}

    static Expression of(Expression expression) {
        Expression inner = Trees.mapped(expression, StableForm::of);
        return switch (inner) {
            case Call(Function function, List<Expression> arguments)
            when function == Function.LN
                    && arguments.getFirst() instanceof Sum(List<Expression> terms)
                    && terms.contains(ONE) -> Call.of(Function.LOG1P, without(terms, ONE));
            case Sum(List<Expression> terms) -> sum(terms);
            default -> inner;
        };
    }

    private static Expression sum(List<Expression> terms) {
        for (Expression term : terms) {
            Expression exponent = exponent(term);
            if (exponent != null && terms.contains(MINUS_ONE)) {
                return joined(without(terms, MINUS_ONE, term), Call.of(Function.EXPM1, exponent));
            }
            if (term instanceof Negate(Expression operand)) {
                Expression negative = exponent(operand);
                if (negative != null && terms.contains(ONE)) {
                    return joined(without(terms, ONE, term), new Negate(Call.of(Function.EXPM1, negative)));
                }
                if (terms.contains(ONE)
                        && operand instanceof Call(Function function, List<Expression> arguments)
                        && function == Function.COS) {
                    return joined(without(terms, ONE, term), versine(arguments.getFirst()));
                }
            }
            if (terms.contains(MINUS_ONE)
                    && term instanceof Call(Function function, List<Expression> arguments)
                    && function == Function.COS) {
                return joined(without(terms, MINUS_ONE, term), new Negate(versine(arguments.getFirst())));
            }
        }
        return new Sum(terms);
    }

    private static Expression versine(Expression u) {
        return new Product(List.of(TWO, new Power(Call.of(Function.SIN, new Quotient(u, TWO)), TWO)));
    }

    private static Expression exponent(Expression term) {
        return switch (term) {
            case Power(Expression base, Expression exponent) when base == Constant.E -> exponent;
            case Call(Function function, List<Expression> arguments)
            when function == Function.EXP -> arguments.getFirst();
            default -> null;
        };
    }

    /** The sum without one occurrence of each; null where nothing is left. */
    private static Expression without(List<Expression> terms, Expression... left) {
        List<Expression> rest = new ArrayList<>(terms);
        for (Expression term : left) {
            rest.remove(term);
        }
        return rest.isEmpty() ? null : rest.size() == 1 ? rest.getFirst() : new Sum(rest);
    }

    private static Expression joined(Expression rest, Expression last) {
        return rest == null ? last : new Sum(List.of(last, rest));
    }
}
