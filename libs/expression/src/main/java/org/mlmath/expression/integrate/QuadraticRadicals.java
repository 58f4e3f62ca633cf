package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;
import org.mlmath.numerics.exact.Rational;

/**
 * P(x) x⁻ᵏ Q^(n/2) with a polynomial P, a quadratic Q = ax² + bx + c and odd n. Everything comes down to polynomials over √Q, whose
 * integral is R √Q + λ ∫ dx/√Q, powers Q^(−m−1/2), and 1/(xᵏ √Q), each with its reduction.
 *
 * <p>Source: Gradshteyn and Ryzhik, 8th ed., 2.25 to 2.27.
 */
final class QuadraticRadicals implements Method {
    private static final int POWER = 9;

    @Override
    public Expression apply(Attempt attempt) {
        Formulas f = attempt.formulas();
        String name = attempt.variable();
        Polynomial q = null;
        int half = 0;
        int below = 0;
        List<Factor> above = new ArrayList<>();
        for (Factor factor : attempt.factors().powers()) {
            Rational exponent = Formulas.rational(factor.exponent());
            if (exponent == null || !Formulas.depends(factor.base(), name)) {
                return null;
            }
            if (exponent.denominator().intValue() == 2 && q == null) {
                q = Polynomial.of(f, factor.base(), name, 2);
                if (q == null || q.degree() != 2 || exponent.numerator().abs().intValue() > POWER) {
                    return null;
                }
                half = exponent.numerator().intValue();
            } else if (factor.base() instanceof Variable && exponent.isInteger() && exponent.signum() < 0) {
                below = -exponent.numerator().intValue();
            } else if (exponent.isInteger() && exponent.signum() > 0) {
                above.add(factor);
            } else {
                return null;
            }
        }
        Polynomial p = q == null || below > POWER ? null : Polynomial.of(f, Factors.product(f, above), name);
        if (p == null) {
            return null;
        }
        if (below > 0 && half < -1) {
            return null;
        }
        Expression x = new Variable(name);
        // Positive powers of Q go into the polynomial: P Q^(n/2) = P Q^((n+1)/2)/√Q.
        int raised = Math.max(0, (half + 1) / 2);
        Expression expanded = f.multiply(p.in(f, x), f.power(q.in(f, x), raised));
        Polynomial numerator = Polynomial.of(f, expanded, name);
        if (numerator == null || Sign.ofCoefficient(q.at(2)) == Sign.UNKNOWN || Formulas.isZero(discriminant(f, q))) {
            return null;
        }
        Radical radical = new Radical(f, x, q);
        Expression result = below > 0
                ? radical.withPole(numerator.coefficients(), below)
                : radical.polynomialOverPower(numerator.coefficients(), Math.max(0, (-half - 1) / 2));
        return result == null ? null : attempt.found(IntegrationRule.RADICAL, result);
    }

    private static Expression discriminant(Formulas f, Polynomial q) {
        return f.subtract(f.power(q.at(1), 2), f.multiply(Expressions.number(4), q.at(2), q.at(0)));
    }

    private static final class Radical {
        private final Formulas f;
        private final Expression x;
        private final Polynomial q;
        private final Expression inX;
        private final Expression root;
        private final Expression discriminant;
        private final Expression slope;

        Radical(Formulas f, Expression x, Polynomial q) {
            this.f = f;
            this.x = x;
            this.q = q;
            this.inX = q.in(f, x);
            this.root = f.sqrt(inX);
            this.discriminant = discriminant(f, q);
            this.slope = f.add(f.multiply(Formulas.TWO, q.at(2), x), q.at(1));
        }

        /** ∫ N/(xᵏ √Q) dx: the lower powers of N keep a pole, the others are a polynomial over √Q. */
        Expression withPole(List<Expression> numerator, int k) {
            List<Expression> terms = new ArrayList<>();
            for (int i = 0; i < Math.min(k, numerator.size()); i++) {
                if (!Formulas.isZero(numerator.get(i))) {
                    Expression pole = pole(k - i);
                    if (pole == null) {
                        return null;
                    }
                    terms.add(f.multiply(numerator.get(i), pole));
                }
            }
            if (numerator.size() > k) {
                Expression rest = overRoot(numerator.subList(k, numerator.size()));
                if (rest == null) {
                    return null;
                }
                terms.add(rest);
            }
            return f.add(terms);
        }

        /** ∫ dx/(xᵏ √Q) */
        private Expression pole(int k) {
            Expression a = q.at(2);
            Expression b = q.at(1);
            Expression c = q.at(0);
            if (k == 0) {
                return reciprocalRoot();
            }
            if (Formulas.isZero(c)) {
                return null;
            }
            if (k == 1) {
                Expression middle = f.add(f.multiply(b, x), f.multiply(Formulas.TWO, c));
                Sign sign = Sign.ofCoefficient(c);
                if (sign == Sign.NEGATIVE && Sign.ofCoefficient(discriminant) == Sign.POSITIVE) {
                    Expression scale = f.sqrt(f.negate(c));
                    Expression below = f.multiply(f.sqrt(discriminant), f.call(Function.ABS, x));
                    return f.divide(f.call(Function.ASIN, f.divide(middle, below)), scale);
                }
                if (sign != Sign.POSITIVE) {
                    return null;
                }
                Expression scale = f.sqrt(c);
                // halved where everything is even
                Expression inside = Formulas.isZero(b)
                        ? f.add(f.multiply(scale, root), c)
                        : f.add(f.multiply(Formulas.TWO, scale, root), middle);
                return f.negate(f.divide(f.logarithm(f.divide(inside, x)), scale));
            }
            Expression below = f.multiply(Expressions.number(k - 1L), c);
            List<Expression> terms = new ArrayList<>();
            terms.add(f.negate(f.divide(root, f.multiply(below, f.power(x, k - 1L)))));
            if (!Formulas.isZero(b)) {
                Expression lower = pole(k - 1);
                if (lower == null) {
                    return null;
                }
                terms.add(f.negate(f.divide(
                        f.multiply(Expressions.number(2L * k - 3), b, lower), f.multiply(Formulas.TWO, below))));
            }
            if (k > 2) {
                Expression lower = pole(k - 2);
                if (lower == null) {
                    return null;
                }
                terms.add(f.negate(f.divide(f.multiply(Expressions.number(k - 2L), a, lower), below)));
            }
            return f.add(terms);
        }

        /** ∫ N/(Qᵐ √Q) dx: the digits of N to the base Q. */
        Expression polynomialOverPower(List<Expression> numerator, int m) {
            if (m == 0) {
                return overRoot(numerator);
            }
            List<Expression> rest = new ArrayList<>(numerator);
            List<Expression> quotient = new ArrayList<>();
            for (int i = rest.size() - 3; i >= 0; i--) {
                Expression factor = f.divide(rest.get(i + 2), q.at(2));
                quotient.addFirst(factor);
                for (int j = 0; j <= 2; j++) {
                    rest.set(i + j, f.subtract(rest.get(i + j), f.multiply(factor, q.at(j))));
                }
            }
            Expression alpha = rest.size() > 1 ? rest.get(1) : Formulas.ZERO;
            Expression ratio = f.divide(alpha, f.multiply(Formulas.TWO, q.at(2)));
            Expression remaining = f.subtract(rest.getFirst(), f.multiply(ratio, q.at(1)));
            Expression first = f.divide(
                    f.multiply(Expressions.number(-2), ratio),
                    f.multiply(Expressions.number(2L * m - 1), f.power(inX, m - 1L), root));
            Expression second = Formulas.isZero(remaining) ? Formulas.ZERO : f.multiply(remaining, reciprocal(m));
            if (second == null) {
                return null;
            }
            Expression lower = quotient.isEmpty() ? Formulas.ZERO : polynomialOverPower(quotient, m - 1);
            return lower == null ? null : f.add(first, second, lower);
        }

        /** ∫ dx/Q^(m + 1/2) for m ≥ 1. */
        private Expression reciprocal(int m) {
            Expression below = f.multiply(Expressions.number(2L * m - 1), discriminant);
            Expression boundary =
                    f.divide(f.multiply(Expressions.number(-2), slope), f.multiply(below, f.power(inX, m - 1L), root));
            if (m == 1) {
                return boundary;
            }
            Expression factor = f.divide(f.multiply(Expressions.number(-8L * (m - 1)), q.at(2)), below);
            return f.add(boundary, f.multiply(factor, reciprocal(m - 1)));
        }

        /** ∫ N/√Q dx = R √Q + λ ∫ dx/√Q */
        private Expression overRoot(List<Expression> numerator) {
            int n = numerator.size() - 1;
            Expression[] r = new Expression[n + 2];
            Arrays.fill(r, Formulas.ZERO);
            for (int k = n; k >= 1; k--) {
                Expression rest = f.subtract(numerator.get(k), f.multiply(f.fraction(2L * k + 1, 2), q.at(1), r[k]));
                rest = f.subtract(rest, f.multiply(Expressions.number(k + 1L), q.at(0), r[k + 1]));
                r[k - 1] = f.divide(rest, f.multiply(Expressions.number(k), q.at(2)));
            }
            Expression lambda = f.subtract(numerator.get(0), f.multiply(Formulas.HALF, q.at(1), r[0]));
            lambda = f.subtract(lambda, f.multiply(q.at(0), r[1]));
            Expression algebraic = f.multiply(new Polynomial(List.of(r).subList(0, Math.max(1, n))).in(f, x), root);
            if (Formulas.isZero(lambda)) {
                return algebraic;
            }
            Expression rest = reciprocalRoot();
            return rest == null ? null : f.add(algebraic, f.multiply(lambda, rest));
        }

        /** ∫ dx/√Q */
        private Expression reciprocalRoot() {
            Expression a = q.at(2);
            Expression scale;
            if (Sign.ofCoefficient(a) == Sign.NEGATIVE) {
                scale = f.sqrt(f.negate(a));
                return f.divide(f.call(Function.ASIN, slopeOver(f.negate(f.sqrt(discriminant)))), scale);
            }
            scale = f.sqrt(a);
            if (Sign.ofCoefficient(f.negate(discriminant)) == Sign.POSITIVE) {
                Expression argument = slopeOver(f.sqrt(f.negate(discriminant)));
                return f.divide(f.call(Function.ASINH, argument), scale);
            }
            // ln|2ax + b + 2√a √Q| without the factor 2 where b allows it
            boolean even = Formulas.isZero(q.at(1));
            Expression straight = even ? f.multiply(a, x) : slope;
            Expression inside = f.add(straight, f.multiply(even ? Formulas.ONE : Formulas.TWO, scale, root));
            return f.divide(f.logarithm(inside), scale);
        }

        /** (2ax + b)/divisor, term by term where the divisor is a number. */
        private Expression slopeOver(Expression divisor) {
            return Formulas.rational(divisor) == null
                    ? f.divide(slope, divisor)
                    : f.add(f.divide(f.multiply(Formulas.TWO, q.at(2), x), divisor), f.divide(q.at(1), divisor));
        }
    }
}
