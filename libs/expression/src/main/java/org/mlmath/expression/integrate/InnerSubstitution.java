package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/**
 * Substitution u = g(x) of a part g of the integrand where f(x)/g′(x) is a function of u alone ("derivative divides").
 *
 * <p>Source: Moses, Symbolic integration: the stormy decade, CACM 14 (1971).
 */
final class InnerSubstitution implements Method {
    private static final int CANDIDATES = 16;
    private static final int SIZE = 200;

    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        if (size(attempt.integrand()) > SIZE) {
            return null;
        }
        for (Expression g : candidates(f, attempt.integrand(), x)) {
            Expression result = with(attempt, g);
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private static Expression with(Attempt attempt, Expression g) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Expression result = with(attempt, g, f.derivative(g, x));
        Expression slope = result == null && g instanceof Call call ? slopeInItself(f, call, x) : null;
        return slope == null ? result : with(attempt, g, slope);
    }

    private static Expression with(Attempt attempt, Expression g, Expression slope) {
        Formulas f = attempt.formulas();
        if (Formulas.isZero(slope)) {
            return null;
        }
        String x = attempt.variable();
        Expression quotient =
                f.simplify(new Expression.Quotient(withoutReciprocals(attempt.integrand()), withoutReciprocals(slope)));
        String u = attempt.search().freshName();
        Expression form = f.simplify(Rewriting.of(f, g, x, u).in(quotient));
        Expression result =
                Formulas.depends(form, x) ? null : attempt.substituted(IntegrationRule.SUBSTITUTION, u, g, form);
        attempt.search().release(u);
        return result;
    }

    /** tan′ = 1 + tan², and so on: for integrands that are functions of the tangent alone. */
    private static Expression slopeInItself(Formulas f, Call g, String x) {
        Expression square = f.power(g, 2);
        Expression inner = f.derivative(g.arguments().getFirst(), x);
        return switch (g.function()) {
            case TAN -> f.multiply(inner, f.add(square, Formulas.ONE));
            case COT -> f.negate(f.multiply(inner, f.add(square, Formulas.ONE)));
            case TANH, COTH -> f.multiply(inner, f.subtract(Formulas.ONE, square));
            case SIGMOID -> f.multiply(inner, f.subtract(g, square));
            default -> null;
        };
    }

    /** sec is 1/cos, so that it cancels. A substitution for the tangent still sees the tangent. */
    private static Expression withoutReciprocals(Expression expression) {
        return switch (expression) {
            case Call(Function function, List<Expression> arguments)
            when function == Function.SEC -> reciprocal(Function.COS, arguments);
            case Call(Function function, List<Expression> arguments)
            when function == Function.CSC -> reciprocal(Function.SIN, arguments);
            case Call(Function function, List<Expression> arguments)
            when function == Function.SECH -> reciprocal(Function.COSH, arguments);
            case Call(Function function, List<Expression> arguments)
            when function == Function.CSCH -> reciprocal(Function.SINH, arguments);
            case Expression.Negate(Expression operand) -> new Expression.Negate(withoutReciprocals(operand));
            case Expression.Product(List<Expression> factors) ->
                new Expression.Product(factors.stream()
                        .map(InnerSubstitution::withoutReciprocals)
                        .toList());
            case Expression.Quotient(Expression above, Expression below) ->
                new Expression.Quotient(withoutReciprocals(above), withoutReciprocals(below));
            case Power(Expression base, Expression exponent) -> new Power(withoutReciprocals(base), exponent);
            default -> expression;
        };
    }

    private static Expression reciprocal(Function function, List<Expression> arguments) {
        return new Expression.Quotient(Formulas.ONE, new Call(function, arguments));
    }

    /** Parts that depend on x and are not linear in it, larger ones first. */
    private static List<Expression> candidates(Formulas f, Expression integrand, String x) {
        Map<Expression, Integer> found = new LinkedHashMap<>();
        collect(integrand, x, found);
        found.remove(integrand);
        List<Expression> candidates = new ArrayList<>(found.keySet());
        candidates.removeIf(candidate -> Polynomial.of(f, candidate, x, 1) != null);
        candidates.sort(Comparator.comparing((Expression candidate) -> -found.get(candidate)));
        return candidates.size() > CANDIDATES ? candidates.subList(0, CANDIDATES) : candidates;
    }

    private static void collect(Expression expression, String x, Map<Expression, Integer> found) {
        if (!Formulas.depends(expression, x)) {
            return;
        }
        switch (expression) {
            case Variable _, Number _, Constant _ -> {}
            case Power(Expression base, Expression exponent) -> {
                found.put(expression, size(expression));
                if (base == Constant.E) {
                    collect(exponent, x, found);
                } else {
                    collect(base, x, found);
                    collect(exponent, x, found);
                }
            }
            case Sum _, Call _ -> {
                found.put(expression, size(expression));
                Expressions.children(expression).forEach(child -> collect(child, x, found));
            }
            default -> Expressions.children(expression).forEach(child -> collect(child, x, found));
        }
    }

    static int size(Expression expression) {
        int size = 1;
        for (Expression child : Expressions.children(expression)) {
            size += size(child);
        }
        return size;
    }
}
