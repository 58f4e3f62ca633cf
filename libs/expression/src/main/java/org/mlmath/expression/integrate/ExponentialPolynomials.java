package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;

/**
 * P(x) e^(ax) cos(bx + c), with sine instead of cosine, with sinh or cosh instead of both, or with one of the two factors alone:
 * repeated integration by parts, ∫ P g = Σ (−1)ᵏ P⁽ᵏ⁾ Gₖ₊₁, where Gₖ is the k-fold integral of g. With e^(ax) cos(bx) that is the real
 * part of e^((a + ib)x)/(a + ib)ᵏ.
 */
final class ExponentialPolynomials implements Method {
    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Factor exponential = null;
        Call wave = null;
        List<Factor> others = new ArrayList<>();
        for (Factor factor : attempt.factors().powers()) {
            if (!Formulas.depends(factor.base(), x) && exponential == null) {
                exponential = factor;
            } else if (wave == null && isWave(factor)) {
                wave = (Call) factor.base();
            } else {
                others.add(factor);
            }
        }
        Polynomial p = Polynomial.of(f, Factors.product(f, others), x);
        if (p == null && wave != null) {
            Expression form = hyperbolicBesideWave(attempt);
            return form == null ? null : attempt.rewritten(IntegrationRule.HYPERBOLIC, form);
        }
        if (p == null || (exponential == null && wave == null)) {
            return null;
        }
        Polynomial phase =
                wave == null ? null : Polynomial.of(f, wave.arguments().getFirst(), x, 1);
        Expression growth = exponential == null ? Formulas.ZERO : slope(f, exponential, x);
        if (growth == null || (wave != null && phase == null)) {
            return null;
        }
        if (wave != null && (wave.function() == Function.SINH || wave.function() == Function.COSH)) {
            return hyperbolic(attempt, p, exponential, wave, phase.at(1));
        }
        Expression b = wave == null ? Formulas.ZERO : phase.at(1);
        Expression size = f.add(f.power(growth, 2), f.power(b, 2));
        StandardForms.requireNonZero(attempt, size);
        // 1/(a + ib) and its powers, with their real and imaginary parts
        Expression re = f.divide(growth, size);
        Expression im = f.negate(f.divide(b, size));
        Expression real = re;
        Expression imaginary = im;
        List<Expression> ofCosine = new ArrayList<>();
        List<Expression> ofSine = new ArrayList<>();
        Polynomial derivative = p;
        for (int k = 0; !derivative.isZero(); k++) {
            Expression value = derivative.in(f, new Variable(x));
            Expression signed = k % 2 == 0 ? value : f.negate(value);
            ofCosine.add(f.multiply(signed, real));
            ofSine.add(f.multiply(signed, imaginary));
            Expression nextReal = f.subtract(f.multiply(real, re), f.multiply(imaginary, im));
            imaginary = f.add(f.multiply(real, im), f.multiply(imaginary, re));
            real = nextReal;
            derivative = derivative.derivative(f);
        }
        Expression u = collected(f, ofCosine, x);
        Expression v = collected(f, ofSine, x);
        Expression e = exponential == null ? Formulas.ONE : exponential.in(f);
        Expression result;
        if (wave == null) {
            result = f.multiply(e, u);
        } else {
            Expression phi = wave.arguments().getFirst();
            Expression cosine = f.call(Function.COS, phi);
            Expression sine = f.call(Function.SIN, phi);
            // (u + iv)(cos + i sin): the real part for cosine, the imaginary part for sine
            Expression trigonometric = wave.function() == Function.COS
                    ? f.subtract(f.multiply(u, cosine), f.multiply(v, sine))
                    : f.add(f.multiply(u, sine), f.multiply(v, cosine));
            result = f.multiply(e, trigonometric);
        }
        IntegrationRule rule = exponential != null && wave != null
                ? IntegrationRule.CYCLIC_PARTS
                : p.degree() == 1 ? IntegrationRule.PARTS : IntegrationRule.TABULAR_PARTS;
        if (rule != IntegrationRule.CYCLIC_PARTS) {
            explain(attempt, p, wave != null ? wave : e);
        }
        return attempt.found(rule, f.simplify(result));
    }

    /** The parts chosen, or the table of them; nothing where there is no polynomial. */
    private static void explain(Attempt attempt, Polynomial p, Expression other) {
        Formulas f = attempt.formulas();
        String x = attempt.variable();
        Expression variable = new Variable(x);
        if (p.degree() < 1) {
            return;
        }
        List<Expression> derivatives = new ArrayList<>();
        List<Expression> integrals = new ArrayList<>();
        Expression integral = other;
        Polynomial derivative = p;
        for (int k = 0; !derivative.isZero(); k++) {
            integral = onceMore(f, integral, x);
            derivatives.add(derivative.in(f, variable));
            integrals.add(integral);
            derivative = derivative.derivative(f);
        }
        attempt.search()
                .step(
                        p.degree() == 1
                                ? IntegrationStep.parts(
                                        attempt.integrand(),
                                        x,
                                        derivatives.getFirst(),
                                        integrals.getFirst(),
                                        f.multiply(integrals.getFirst(), derivatives.getLast()))
                                : IntegrationStep.table(attempt.integrand(), x, derivatives, integrals));
    }

    /** The integral of c e^(ax), c sin(ax) or c cos(ax). */
    private static Expression onceMore(Formulas f, Expression expression, String x) {
        Factors factors = Factors.of(f, expression, x);
        Factor factor = factors.powers().getFirst();
        if (!Formulas.depends(factor.base(), x)) {
            return f.divide(expression, slope(f, factor, x));
        }
        Call call = (Call) factor.base();
        Expression slope = Polynomial.of(f, call.arguments().getFirst(), x, 1).at(1);
        Expression integral =
                new StandardIntegrals(f).of(call.function(), call.arguments().getFirst());
        return f.divide(f.multiply(factors.constant(), integral), slope);
    }

    private static Expression collected(Formulas f, List<Expression> terms, String x) {
        Expression sum = f.add(terms);
        Polynomial polynomial = Polynomial.of(f, sum, x);
        return polynomial == null ? sum : polynomial.in(f, new Variable(x));
    }

    private static boolean isWave(Factor factor) {
        return Formulas.isOne(factor.exponent())
                && factor.base() instanceof Call(Function function, List<Expression> _)
                && (function == Function.SIN
                        || function == Function.COS
                        || function == Function.SINH
                        || function == Function.COSH);
    }

    /** @return a of c^(…) = e^(a x + …), or null */
    private static Expression slope(Formulas f, Factor exponential, String x) {
        Polynomial exponent = Polynomial.of(f, exponential.exponent(), x, 1);
        return exponent == null ? null : f.multiply(exponent.at(1), f.call(Function.LN, exponential.base()));
    }

    /** sinh and cosh: integrating swaps them. With an exponential beside, they are exponentials themselves. */
    private static Expression hyperbolic(
            Attempt attempt, Polynomial p, Factor exponential, Call wave, Expression slope) {
        Formulas f = attempt.formulas();
        Expression u = wave.arguments().getFirst();
        if (exponential != null) {
            return attempt.rewritten(IntegrationRule.HYPERBOLIC, inExponentials(attempt, wave));
        }
        StandardForms.requireNonZero(attempt, slope);
        Function integral = other(wave.function());
        Expression scale = slope;
        List<Expression> terms = new ArrayList<>();
        Polynomial derivative = p;
        for (int k = 0; !derivative.isZero(); k++) {
            Expression term = f.divide(
                    f.multiply(derivative.in(f, new Variable(attempt.variable())), f.call(integral, u)), scale);
            terms.add(k % 2 == 0 ? term : f.negate(term));
            integral = other(integral);
            scale = f.multiply(scale, slope);
            derivative = derivative.derivative(f);
        }
        return attempt.found(p.degree() == 1 ? IntegrationRule.PARTS : IntegrationRule.TABULAR_PARTS, f.add(terms));
    }

    /** @return the integrand with the first sinh or cosh written as exponentials, if a sine or cosine stands beside it; else null */
    private static Expression hyperbolicBesideWave(Attempt attempt) {
        Call hyperbolic = null;
        boolean wave = false;
        for (Factor factor : attempt.factors().powers()) {
            if (isWave(factor)) {
                Call call = (Call) factor.base();
                if (call.function() == Function.SINH || call.function() == Function.COSH) {
                    hyperbolic = call;
                } else {
                    wave = true;
                }
            }
        }
        return hyperbolic == null || !wave ? null : inExponentials(attempt, hyperbolic);
    }

    private static Expression inExponentials(Attempt attempt, Call wave) {
        Formulas f = attempt.formulas();
        Expression u = wave.arguments().getFirst();
        Expression minus = f.exp(f.negate(u));
        Factor own = attempt.factors().powers().stream()
                .filter(factor -> factor.base() == wave)
                .findFirst()
                .orElseThrow();
        Expression rest = f.divide(attempt.factors().without(f, own), Formulas.TWO);
        return f.add(
                f.multiply(f.exp(u), rest),
                f.multiply(wave.function() == Function.COSH ? minus : f.negate(minus), rest));
    }

    private static Function other(Function function) {
        return function == Function.SINH ? Function.COSH : Function.SINH;
    }
}
