package org.mlmath.expression.integrate;

import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;

/**
 * P(x) e^(q(x)) with a polynomial P and a quadratic q whose leading coefficient −α is negative: R e^q + λ ∫ e^q dx, where
 * R′ + q′R = P − λ, and ∫ e^(−αx² + βx + γ) dx = √π/(2√α) e^(γ + β²/(4α)) erf(√α x − β/(2√α)).
 */
final class GaussianForms implements Method {
    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Expression densities = withoutDensities(attempt);
        if (densities != null) {
            return attempt.rewritten(IntegrationRule.GAUSSIAN, densities);
        }
        Factor exponential = attempt.factors().powers().stream()
                .filter(factor -> !Formulas.depends(factor.base(), x))
                .findFirst()
                .orElse(null);
        if (exponential == null) {
            return null;
        }
        Expression exponent = f.multiply(exponential.exponent(), f.call(Function.LN, exponential.base()));
        Polynomial q = Polynomial.of(f, exponent, x, 2);
        Polynomial p = Polynomial.of(f, attempt.factors().without(f, exponential), x);
        if (q == null || q.degree() != 2 || p == null) {
            return null;
        }
        Expression twice = f.multiply(Formulas.TWO, q.at(2));
        Expression[] r = new Expression[p.degree() + 2];
        Arrays.fill(r, Formulas.ZERO);
        for (int k = p.degree(); k >= 1; k--) {
            Expression rest = f.subtract(
                    f.subtract(p.at(k), f.multiply(Expressions.number(k + 1), r[k + 1])), f.multiply(q.at(1), r[k]));
            r[k - 1] = f.divide(rest, twice);
        }
        Expression lambda = f.subtract(f.subtract(p.at(0), r[1]), f.multiply(q.at(1), r[0]));
        Expression value = exponential.in(f);
        Expression algebraic = f.multiply(
                new Polynomial(List.of(r).subList(0, Math.max(1, p.degree()))).in(f, new Variable(x)), value);
        if (Formulas.isZero(lambda)) {
            return attempt.found(IntegrationRule.PARTS, algebraic);
        }
        Expression alpha = f.negate(q.at(2));
        Sign sign = Sign.ofCoefficient(alpha);
        if (sign == Sign.NEGATIVE) {
            return null;
        }
        if (sign != Sign.POSITIVE) {
            attempt.search().require(Expressions.text(alpha) + " > 0");
        }
        Expression root = f.rootUpToSign(alpha);
        Expression shift = f.add(q.at(0), f.divide(f.power(q.at(1), 2), f.multiply(Expressions.number(4), alpha)));
        Expression argument =
                f.subtract(f.multiply(root, new Variable(x)), f.divide(q.at(1), f.multiply(Formulas.TWO, root)));
        Expression error = f.divide(
                f.multiply(lambda, f.sqrt(Constant.PI), f.exp(shift), f.call(Function.ERF, argument)),
                f.multiply(Formulas.TWO, root));
        return attempt.found(IntegrationRule.GAUSSIAN, f.add(algebraic, error));
    }

    /** φ(u) = e^(−u²/2)/√(2π), beside other factors or as a power. @return null where there is none */
    private static Expression withoutDensities(Attempt attempt) {
        Formulas f = attempt.formulas();
        Expression form = null;
        for (Factor factor : attempt.factors().powers()) {
            if (Formulas.isCall(factor.base(), Function.NORMALPDF)) {
                Expression u = ((Expression.Call) factor.base()).arguments().getFirst();
                Expression density = f.divide(
                        f.exp(f.negate(f.divide(f.power(u, 2), Formulas.TWO))),
                        f.sqrt(f.multiply(Formulas.TWO, Constant.PI)));
                Expression rest = attempt.factors().without(f, factor);
                form = f.multiply(f.power(density, factor.exponent()), rest);
            }
        }
        return form;
    }
}
