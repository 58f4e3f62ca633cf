package org.mlmath.expression.integrate;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;

/**
 * What stands in a table, of a linear function of the variable: (a x + b)ⁿ, c^(a x + b), f(a x + b), and the squares and products of
 * functions that are derivatives.
 */
final class StandardForms implements Method {

    @Override
    public Expression apply(Attempt attempt) {
        List<Factor> powers = attempt.factors().powers();
        if (powers.size() != 1) {
            return null;
        }
        Factor factor = powers.getFirst();
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        if (!Formulas.depends(factor.base(), x)) {
            return exponential(attempt, factor);
        }
        if (Formulas.depends(factor.exponent(), x)) {
            return null;
        }
        Polynomial linear = Polynomial.of(f, factor.base(), x, 1);
        if (linear != null) {
            return power(attempt, factor, linear);
        }
        return factor.base() instanceof Call call ? function(attempt, factor, call) : null;
    }

    private static Expression exponential(Attempt attempt, Factor factor) {
        Formulas f = attempt.formulas();
        Polynomial linear = Polynomial.of(f, factor.exponent(), attempt.variable(), 1);
        if (linear == null) {
            return null;
        }
        Expression logarithm = f.call(Function.LN, factor.base());
        Expression result = f.divide(attempt.integrand(), f.multiply(linear.at(1), logarithm));
        requireNonZero(attempt, linear.at(1));
        return attempt.found(IntegrationRule.EXPONENTIAL, result);
    }

    private static Expression power(Attempt attempt, Factor factor, Polynomial linear) {
        Formulas f = attempt.formulas();
        Expression slope = linear.at(1);
        requireNonZero(attempt, slope);
        Expression next = f.add(factor.exponent(), Formulas.ONE);
        if (Formulas.isZero(next)) {
            return attempt.found(IntegrationRule.RECIPROCAL, f.divide(f.logarithm(factor.base()), slope));
        }
        if (Formulas.rational(factor.exponent()) == null) {
            requireNonZero(attempt, next);
        }
        return attempt.found(IntegrationRule.POWER, f.divide(f.power(factor.base(), next), f.multiply(next, slope)));
    }

    private static Expression function(Attempt attempt, Factor factor, Call call) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Expression u = call.arguments().getFirst();
        Polynomial linear = Polynomial.of(f, u, x, 1);
        if (linear == null || linear.degree() < 1) {
            return null;
        }
        Integer power = factor.integer();
        if (power == null) {
            return null;
        }
        Expression integral = null;
        if (power == 1) {
            StandardIntegrals table = new StandardIntegrals(f);
            if (call.function().unary()) {
                integral = table.of(call.function(), u);
            } else if (call.arguments().size() == 1) {
                integral = table.of(call.function(), u, null);
            } else if (call.arguments().size() == 2
                    && !Formulas.depends(call.arguments().get(1), x)) {
                integral = table.of(call.function(), u, call.arguments().get(1));
            }
        } else {
            integral = square(f, call.function(), u, power);
        }
        if (integral == null) {
            return null;
        }
        requireNonZero(attempt, linear.at(1));
        return attempt.found(IntegrationRule.FUNCTION, f.divide(integral, linear.at(1)));
    }

    /** ∫ f(u)^n du where that is a function of the table again. */
    private static Expression square(Formulas f, Function function, Expression u, int power) {
        if (power == 2) {
            return switch (function) {
                case SEC -> f.call(Function.TAN, u);
                case CSC -> f.negate(f.call(Function.COT, u));
                case TAN -> f.subtract(f.call(Function.TAN, u), u);
                case COT -> f.negate(f.add(f.call(Function.COT, u), u));
                case SECH -> f.call(Function.TANH, u);
                case CSCH -> f.negate(f.call(Function.COTH, u));
                case TANH -> f.subtract(u, f.call(Function.TANH, u));
                case COTH -> f.subtract(u, f.call(Function.COTH, u));
                case SIGMOID -> f.subtract(f.call(Function.SOFTPLUS, u), f.call(Function.SIGMOID, u));
                case SINH ->
                    f.subtract(f.divide(f.call(Function.SINH, twice(f, u)), Expressions.number(4)), half(f, u));
                case COSH -> f.add(f.divide(f.call(Function.SINH, twice(f, u)), Expressions.number(4)), half(f, u));
                default -> null;
            };
        }
        if (power == -2) {
            return switch (function) {
                case COS -> f.call(Function.TAN, u);
                case SIN -> f.negate(f.call(Function.COT, u));
                case COSH -> f.call(Function.TANH, u);
                case SINH -> f.negate(f.call(Function.COTH, u));
                default -> null;
            };
        }
        if (power == -1) {
            return switch (function) {
                case COS -> new StandardIntegrals(f).of(Function.SEC, u);
                case SIN -> new StandardIntegrals(f).of(Function.CSC, u);
                case TAN -> new StandardIntegrals(f).of(Function.COT, u);
                case COSH -> new StandardIntegrals(f).of(Function.SECH, u);
                case SINH -> new StandardIntegrals(f).of(Function.CSCH, u);
                case TANH -> new StandardIntegrals(f).of(Function.COTH, u);
                case SIGMOID -> f.subtract(u, f.exp(f.negate(u)));
                default -> null;
            };
        }
        return null;
    }

    private static Expression twice(Formulas f, Expression u) {
        return f.multiply(Formulas.TWO, u);
    }

    private static Expression half(Formulas f, Expression u) {
        return f.multiply(Formulas.HALF, u);
    }

    /** A parameter that is divided by: unless the integrand itself divides by it, a condition. */
    static void requireNonZero(Attempt attempt, Expression divisor) {
        boolean reciprocal = divisor instanceof Expression.Quotient(Expression above, Expression _)
                && Formulas.rational(above) != null;
        if (Formulas.rational(divisor) == null && Sign.ofCoefficient(divisor) == Sign.UNKNOWN && !reciprocal) {
            attempt.search().requireNonZero(divisor);
        }
    }
}
