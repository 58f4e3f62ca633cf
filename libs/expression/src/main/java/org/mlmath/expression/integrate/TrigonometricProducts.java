package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;

/**
 * Products of sines and cosines of different linear angles become sums: sin a cos b = (sin(a + b) + sin(a − b))/2. Squares beside
 * other factors, as in x sin² x, go to the double angle.
 */
final class TrigonometricProducts implements Method {
    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        List<Factor> waves = new ArrayList<>();
        for (Factor factor : attempt.factors().powers()) {
            if (factor.base() instanceof Call(Function function, List<Expression> arguments)
                    && (function == Function.SIN || function == Function.COS)
                    && factor.integer() != null
                    && factor.integer() > 0
                    && Polynomial.of(f, arguments.getFirst(), attempt.variable(), 1) != null) {
                waves.add(factor);
            }
        }
        if (waves.isEmpty()) {
            return null;
        }
        Factor first = waves.getFirst();
        Call a = (Call) first.base();
        if (waves.size() == 1) {
            return first.integer() < 2 ? null : squared(attempt, first, a);
        }
        Call b = (Call) waves.get(1).base();
        List<Expression> rest = new ArrayList<>();
        for (Factor factor : attempt.factors().powers()) {
            rest.add(
                    factor.base() == a || factor.base() == b
                            ? f.power(factor.base(), factor.integer() - 1L)
                            : factor.in(f));
        }
        return distributed(attempt, product(f, a, b), rest);
    }

    private static Expression squared(Attempt attempt, Factor factor, Call call) {
        Formulas f = attempt.formulas();
        List<Expression> rest = new ArrayList<>();
        for (Factor other : attempt.factors().powers()) {
            rest.add(other == factor ? f.power(call, factor.integer() - 2L) : other.in(f));
        }
        return distributed(attempt, product(f, call, call), rest);
    }

    private static Expression distributed(Attempt attempt, List<Expression> terms, List<Expression> rest) {
        Formulas f = attempt.formulas();
        Expression beside = f.multiply(rest);
        return attempt.rewritten(
                IntegrationRule.TRIGONOMETRIC,
                f.add(terms.stream().map(term -> f.multiply(term, beside)).toList()));
    }

    private static List<Expression> product(Formulas f, Call a, Call b) {
        Expression x = a.arguments().getFirst();
        Expression y = b.arguments().getFirst();
        Expression sum = f.add(x, y);
        Expression difference = f.subtract(x, y);
        boolean sineA = a.function() == Function.SIN;
        boolean sineB = b.function() == Function.SIN;
        if (sineA == sineB) {
            Expression half = f.multiply(Formulas.HALF, f.call(Function.COS, sum));
            return List.of(f.multiply(Formulas.HALF, f.call(Function.COS, difference)), sineA ? f.negate(half) : half);
        }
        Expression odd = sineA ? difference : f.negate(difference);
        return List.of(
                f.multiply(Formulas.HALF, f.call(Function.SIN, sum)),
                f.multiply(Formulas.HALF, f.call(Function.SIN, odd)));
    }
}
