package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;

/**
 * sinᵐ θ cosⁿ θ with integers m, n and θ linear; tan, cot, sec and csc are such products. An odd positive power is substituted away,
 * a negative even sum of powers goes to the tangent, even powers to the double angle, the rest is reduced.
 *
 * <p>Source: Gradshteyn and Ryzhik, 8th ed., 2.51.
 */
final class TrigonometricPowers implements Method {
    private static final int POWER = 24;

    @Override
    public Expression apply(Attempt attempt) {
        Expression angle = null;
        int m = 0;
        int n = 0;
        for (Factor factor : attempt.factors().powers()) {
            Integer power = factor.integer();
            if (power == null
                    || Math.abs(power) > POWER
                    || !(factor.base() instanceof Call(Function function, List<Expression> arguments))
                    || (angle != null && !angle.equals(arguments.getFirst()))) {
                return null;
            }
            angle = arguments.getFirst();
            switch (function) {
                case SIN -> m += power;
                case COS -> n += power;
                case TAN -> {
                    m += power;
                    n -= power;
                }
                case COT -> {
                    m -= power;
                    n += power;
                }
                case SEC -> n -= power;
                case CSC -> m -= power;
                default -> {
                    return null;
                }
            }
        }
        Formulas f = attempt.formulas();
        Polynomial linear = angle == null ? null : Polynomial.of(f, angle, attempt.variable(), 1);
        if (linear == null || linear.degree() < 1 || Math.abs(m) > POWER || Math.abs(n) > POWER) {
            return null;
        }
        StandardForms.requireNonZero(attempt, linear.at(1));
        if (m > 0 && m % 2 == 1) {
            return odd(attempt, Function.COS, angle, n, (m - 1) / 2, f.negate(linear.at(1)));
        }
        if (n > 0 && n % 2 == 1) {
            return odd(attempt, Function.SIN, angle, m, (n - 1) / 2, linear.at(1));
        }
        if ((m + n) % 2 == 0 && m + n < 0) {
            return tangent(attempt, angle, m, (-m - n) / 2 - 1, linear.at(1));
        }
        if (m >= 0 && n >= 0) {
            return doubleAngle(attempt, angle, m / 2, n / 2);
        }
        return reduced(attempt, angle, m, n, linear.at(1));
    }

    /** ∫ uⁿ (1 − u²)ʰ du/slope, u being the other function. */
    private static Expression odd(
            Attempt attempt, Function function, Expression angle, int power, int half, Expression slope) {
        Formulas f = attempt.formulas();
        String name = attempt.search().freshName();
        Expression u = new Variable(name);
        Expression form = f.divide(expanded(f, u, power, half, -1), slope);
        Expression result = attempt.substituted(IntegrationRule.SUBSTITUTION, name, f.call(function, angle), form);
        attempt.search().release(name);
        return result;
    }

    private static Expression tangent(Attempt attempt, Expression angle, int m, int half, Expression slope) {
        Formulas f = attempt.formulas();
        String name = attempt.search().freshName();
        Expression form = f.divide(expanded(f, new Variable(name), m, half, 1), slope);
        Expression result = attempt.substituted(IntegrationRule.SUBSTITUTION, name, f.call(Function.TAN, angle), form);
        attempt.search().release(name);
        return result;
    }

    /** uⁿ (1 + sign·u²)ʰ multiplied out. */
    private static Expression expanded(Formulas f, Expression u, int power, int half, int sign) {
        List<Expression> terms = new ArrayList<>();
        long binomial = 1;
        for (int k = 0; k <= half; k++) {
            long coefficient = sign < 0 && k % 2 == 1 ? -binomial : binomial;
            terms.add(f.multiply(Expressions.number(coefficient), f.power(u, power + 2L * k)));
            binomial = binomial * (half - k) / (k + 1);
        }
        return f.add(terms);
    }

    /** (1 − cos 2θ)ᵃ (1 + cos 2θ)ᵇ / 2ᵃ⁺ᵇ */
    private static Expression doubleAngle(Attempt attempt, Expression angle, int a, int b) {
        Formulas f = attempt.formulas();
        Expression twice = f.multiply(Formulas.TWO, angle);
        Expression cosine = f.call(Function.COS, twice);
        List<Expression> total = List.of(Formulas.ONE);
        for (int i = 0; i < a + b; i++) {
            Expression sign = Expressions.number(i < a ? -1 : 1);
            List<Expression> next = new ArrayList<>();
            for (int k = 0; k <= total.size(); k++) {
                Expression same = k < total.size() ? total.get(k) : Formulas.ZERO;
                Expression lower = k > 0 ? f.multiply(sign, total.get(k - 1)) : Formulas.ZERO;
                next.add(f.add(same, lower));
            }
            total = next;
        }
        Expression scale = f.power(Formulas.TWO, -(a + b));
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < total.size(); k++) {
            terms.add(f.multiply(scale, total.get(k), f.power(cosine, k)));
        }
        return attempt.rewritten(IntegrationRule.TRIGONOMETRIC, f.add(terms));
    }

    /** What is left: one power negative, their sum odd or zero. */
    private static Expression reduced(Attempt attempt, Expression angle, int m, int n, Expression slope) {
        Formulas f = attempt.formulas();
        Expression sine = f.call(Function.SIN, angle);
        Expression cosine = f.call(Function.COS, angle);
        if (m == 0 && n < -1) {
            return byParts(
                    attempt, monomial(f, sine, 1, cosine, n + 1), -n, slope, monomial(f, sine, 0, cosine, n + 2));
        }
        if (n == 0 && m < -1) {
            Expression boundary = f.negate(monomial(f, sine, m + 1, cosine, 1));
            return byParts(attempt, boundary, -m, slope, monomial(f, sine, m + 2, cosine, 0));
        }
        Expression form;
        if (m > 0) { // n < 0: sin² = 1 − cos²
            form = f.subtract(monomial(f, sine, m - 2, cosine, n), monomial(f, sine, m - 2, cosine, n + 2));
        } else if (n > 0) {
            form = f.subtract(monomial(f, sine, m, cosine, n - 2), monomial(f, sine, m + 2, cosine, n - 2));
        } else if (m == 0 || n == 0) {
            return null;
        } else { // both negative: 1 = sin² + cos²
            form = f.add(monomial(f, sine, m + 2, cosine, n), monomial(f, sine, m, cosine, n + 2));
        }
        return attempt.rewritten(IntegrationRule.TRIGONOMETRIC, form);
    }

    /** ∫ secᵏ = (sin/cos^(k−1) + (k − 2) ∫ sec^(k−2))/(k − 1), and the same for the cosecant. */
    private static Expression byParts(Attempt attempt, Expression boundary, int k, Expression slope, Expression lower) {
        Formulas f = attempt.formulas();
        Expression rest = attempt.integral(lower);
        if (rest == null) {
            return null;
        }
        Expression result = f.add(
                f.divide(boundary, f.multiply(Expressions.number(k - 1), slope)),
                f.multiply(f.fraction(k - 2, k - 1), rest));
        return attempt.found(IntegrationRule.REDUCTION, result);
    }

    private static Expression monomial(Formulas f, Expression sine, int m, Expression cosine, int n) {
        return f.multiply(f.power(sine, m), f.power(cosine, n));
    }
}
