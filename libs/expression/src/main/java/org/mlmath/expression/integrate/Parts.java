package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;

/**
 * ∫ u dv = u v − ∫ v du. For u a logarithm or an inverse function comes first, whose derivative is simpler; then a power of x whose
 * partner can be integrated.
 */
final class Parts implements Method {
    private static final int POWER = 6;

    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        for (Factor factor : attempt.factors().powers()) {
            Integer power = factor.integer();
            if (power != null
                    && power >= 1
                    && power <= POWER
                    && factor.base() instanceof Call call
                    && simplifies(call)) {
                Expression result =
                        parts(attempt, factor.in(f), attempt.factors().without(f, factor));
                if (result != null) {
                    return result;
                }
            }
        }
        return polynomial(attempt);
    }

    private static boolean simplifies(Call call) {
        return switch (call.function()) {
            case LN,
                    LOG,
                    LOG2,
                    LOG10,
                    LOG1P,
                    ASIN,
                    ACOS,
                    ATAN,
                    ACOT,
                    ASEC,
                    ACSC,
                    ASINH,
                    ACOSH,
                    ATANH,
                    ACOTH,
                    ASECH,
                    ACSCH,
                    ERF,
                    ERFC,
                    NORMALCDF -> true;
            default -> false;
        };
    }

    private static Expression polynomial(Attempt attempt) {
        Formulas f = attempt.formulas();
        List<Factor> powers = new ArrayList<>();
        List<Factor> others = new ArrayList<>();
        for (Factor factor : attempt.factors().powers()) {
            Polynomial polynomial = Polynomial.of(f, factor.in(f), attempt.variable(), POWER);
            (polynomial == null ? others : powers).add(factor);
        }
        if (powers.isEmpty() || others.isEmpty()) {
            return null;
        }
        return parts(attempt, Factors.product(f, powers), Factors.product(f, others));
    }

    private static Expression parts(Attempt attempt, Expression u, Expression rest) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        int mark = attempt.search().mark();
        Expression v = attempt.integral(rest);
        if (v == null) {
            return null;
        }
        v = shifted(f, u, v, x);
        Expression remaining = f.multiply(v, f.derivative(u, x));
        attempt.search().step(IntegrationStep.parts(attempt.integrand(), x, u, v, remaining));
        Expression last = attempt.integral(remaining);
        if (last == null) {
            attempt.search().backTo(mark);
            return null;
        }
        return attempt.found(IntegrationRule.PARTS, f.subtract(f.multiply(u, v), last));
    }

    /** For ln(ax + b) a constant added to v makes it divisible by ax + b, and what remains a polynomial. */
    private static Expression shifted(Formulas f, Expression u, Expression v, String x) {
        Expression argument =
                u instanceof Call(Function function, List<Expression> arguments) && function == Function.LN
                        ? arguments.getFirst()
                        : null;
        if (argument instanceof Call(Function function, List<Expression> inner) && function == Function.ABS) {
            argument = inner.getFirst();
        }
        Polynomial linear = argument == null ? null : Polynomial.of(f, argument, x, 1);
        Polynomial polynomial = linear == null || linear.degree() < 1 ? null : Polynomial.of(f, v, x, POWER + 1);
        if (polynomial == null || Formulas.isZero(linear.at(0))) {
            return v;
        }
        Expression root = f.negate(f.divide(linear.at(0), linear.at(1)));
        Expression quotient = Formulas.ZERO;
        List<Expression> coefficients = new ArrayList<>();
        for (int i = polynomial.degree(); i >= 1; i--) {
            quotient = f.add(f.multiply(quotient, root), polynomial.at(i));
            coefficients.addFirst(quotient);
        }
        Expression factor = new Polynomial(coefficients).in(f, new Variable(x));
        return f.multiply(f.divide(factor, linear.at(1)), argument);
    }
}
