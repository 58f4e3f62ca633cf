package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.integrate.Factors.Factor;
import org.mlmath.expression.integrate.RationalPolynomial.Fraction;
import org.mlmath.numerics.exact.Rational;

/**
 * Rational functions. With rational coefficients: division, partial fractions over linear and irreducible quadratic factors, exactly,
 * and their integrals; x⁴ + p x² + s² is factored with a square root as well. With parameters: powers of a linear or a
 * quadratic function, and products of distinct linear ones, below a polynomial.
 *
 * <p>Source: Bronstein, <i>Symbolic Integration I</i>, 2nd ed., ch. 2; Gradshteyn and Ryzhik, 8th ed., 2.10 to 2.17.
 */
final class RationalFunctions implements Method {
    @Override
    public Expression apply(Attempt attempt) {
        String x = attempt.variable();
        Fraction fraction = Fraction.of(attempt.integrand(), x);
        if (fraction != null) {
            return fraction.denominator().degree() == 0 ? null : exact(attempt, fraction);
        }
        return withParameters(attempt);
    }

    /** @return the formula as one quotient of polynomials, or as it is where it has parameters; null where it is not rational */
    static Expression together(Formulas f, Expression expression, String x) {
        Fraction fraction = Fraction.of(expression, x);
        if (fraction == null) {
            return expression.variables().size() > 1 ? expression : null;
        }
        Variable variable = new Variable(x);
        return f.divide(
                fraction.numerator().in(f, variable), fraction.denominator().in(f, variable));
    }

    private static Expression exact(Attempt attempt, Fraction fraction) {
        Formulas f = attempt.formulas();
        Expression x = new Variable(attempt.variable());
        List<Expression> pieces = new ArrayList<>();
        List<Expression> integrals = new ArrayList<>();
        RationalPolynomial[] divided = fraction.numerator().divide(fraction.denominator());
        if (!divided[0].isZero()) {
            Expression whole = divided[0].in(f, x);
            pieces.add(whole);
            integrals.add(integral(f, divided[0], x));
        }
        List<RationalPolynomial> multiplicities = fraction.denominator().squareFree();
        for (int i = 0; i < multiplicities.size(); i++) {
            for (RationalPolynomial factor : QuadraticFactors.of(multiplicities.get(i))) {
                if (!part(f, x, divided[1], fraction.denominator(), factor, i + 1, pieces, integrals)) {
                    return null;
                }
            }
        }
        Expression result = f.add(integrals);
        if (pieces.size() > 1) {
            attempt.search()
                    .step(IntegrationStep.rewritten(
                            IntegrationRule.PARTIAL_FRACTIONS, attempt.integrand(), attempt.variable(), f.add(pieces)));
            return attempt.found(IntegrationRule.SUM, result);
        }
        boolean quadratic = fraction.denominator().degree() == 2
                && fraction.denominator().at(1).signum() != 0;
        return attempt.found(quadratic ? IntegrationRule.COMPLETING_THE_SQUARE : IntegrationRule.FUNCTION, result);
    }

    private static Expression integral(Formulas f, RationalPolynomial polynomial, Expression x) {
        List<Expression> terms = new ArrayList<>();
        for (int i = polynomial.degree(); i >= 0; i--) {
            Rational coefficient = polynomial.at(i).divide(Rational.of(i + 1L));
            terms.add(f.multiply(f.number(coefficient), f.power(x, i + 1L)));
        }
        return f.add(terms);
    }

    /** Adds the partial fractions over one factor and their integrals. @return whether they can be integrated */
    private static boolean part(
            Formulas f,
            Expression x,
            RationalPolynomial numerator,
            RationalPolynomial denominator,
            RationalPolynomial factor,
            int multiplicity,
            List<Expression> pieces,
            List<Expression> integrals) {
        RationalPolynomial power = factor.power(multiplicity);
        RationalPolynomial others = denominator.divide(power)[0];
        RationalPolynomial rest = numerator.multiply(others.inverse(power)).remainder(power);
        if (factor.degree() > 2) {
            return multiplicity == 1 && factor.degree() == 4 && biquadratic(f, x, rest, factor, pieces, integrals);
        }
        // rest/p^m = r₁/p^m + r₂/p^(m−1) + …, the remainders of repeated division
        for (int m = multiplicity; m >= 1; m--) {
            RationalPolynomial[] step = rest.divide(factor);
            if (!step[1].isZero()) {
                Expression above = step[1].in(f, x);
                pieces.add(f.divide(above, f.power(factor.in(f, x), m)));
                integrals.add(
                        factor.degree() == 1
                                ? linear(f, f.number(step[1].at(0)), factor.in(f, x), Formulas.ONE, m)
                                : quadratic(f, x, step[1].symbolic(f), factor.symbolic(f), m));
            }
            rest = step[0];
        }
        return true;
    }

    /** ∫ c/(ax + b)ᵐ dx */
    private static Expression linear(Formulas f, Expression c, Expression u, Expression slope, int m) {
        if (m == 1) {
            return f.divide(f.multiply(c, f.logarithm(u)), slope);
        }
        return f.divide(c, f.multiply(Expressions.number(1L - m), slope, f.power(u, m - 1L)));
    }

    /** ∫ (αx + β)/Qᵐ dx = α/(2a) ∫ Q′/Qᵐ dx + (β − αb/(2a)) ∫ dx/Qᵐ for Q = ax² + bx + c. */
    private static Expression quadratic(Formulas f, Expression x, Polynomial above, Polynomial q, int m) {
        Expression twice = f.multiply(Formulas.TWO, q.at(2));
        Expression ratio = f.divide(above.at(1), twice);
        Expression remaining = f.subtract(above.at(0), f.multiply(ratio, q.at(1)));
        Expression inX = q.in(f, x);
        Expression first = Formulas.isZero(ratio) ? Formulas.ZERO : linear(f, ratio, inX, Formulas.ONE, m);
        return Formulas.isZero(remaining) ? first : f.add(first, reciprocal(f, x, remaining, q, m, null));
    }

    /**
     * ∫ k/Qᵐ dx, by the reduction (2ax + b)/((m−1)(4ac − b²)Qᵐ⁻¹) + 2a(2m−3)/((m−1)(4ac − b²)) ∫ dx/Qᵐ⁻¹.
     *
     * @param attempt takes the condition on the sign of 4ac − b² where it is not known; null: it is
     */
    private static Expression reciprocal(Formulas f, Expression x, Expression k, Polynomial q, int m, Attempt attempt) {
        Expression four = f.multiply(Expressions.number(4), q.at(2), q.at(0));
        Expression negative = f.subtract(four, f.power(q.at(1), 2));
        Expression slope = f.add(f.multiply(Formulas.TWO, q.at(2), x), q.at(1));
        if (m > 1) {
            Expression below = f.multiply(Expressions.number(m - 1L), negative);
            Expression factor = f.divide(f.multiply(Expressions.number(2L * (2L * m - 3)), q.at(2), k), below);
            Expression boundary = f.divide(f.multiply(k, slope), f.multiply(below, f.power(q.in(f, x), m - 1L)));
            return f.add(boundary, reciprocal(f, x, factor, q, m - 1, attempt));
        }
        Sign sign = Sign.ofCoefficient(negative);
        Expression shift = f.divide(q.at(1), f.multiply(Formulas.TWO, q.at(2)));
        Rational rationalShift = Formulas.rational(shift);
        boolean plain = rationalShift != null && rationalShift.isInteger();
        if (sign == Sign.NEGATIVE) {
            Expression root = plain
                    ? f.rootUpToSign(f.subtract(f.power(shift, 2), f.divide(q.at(0), q.at(2))))
                    : f.rootUpToSign(f.negate(negative));
            Expression middle = plain ? f.add(x, shift) : slope;
            Expression scale = plain ? f.multiply(Formulas.TWO, q.at(2), root) : root;
            Expression ratio = f.divide(f.subtract(middle, root), f.add(middle, root));
            return f.multiply(f.divide(k, scale), f.logarithm(ratio));
        }
        if (sign == Sign.ZERO) { // a(x + h)²
            return f.negate(f.divide(k, f.multiply(q.at(2), f.add(x, shift))));
        }
        if (sign != Sign.POSITIVE && attempt != null) {
            attempt.search().require(Expressions.text(negative) + " > 0");
        }
        if (plain) {
            Expression root = f.rootUpToSign(f.subtract(f.divide(q.at(0), q.at(2)), f.power(shift, 2)));
            Expression angle = f.call(Function.ATAN, f.divide(f.add(x, shift), root));
            return f.divide(f.multiply(k, angle), f.multiply(q.at(2), root));
        }
        Expression root = f.rootUpToSign(negative);
        return f.divide(f.multiply(Formulas.TWO, k, f.call(Function.ATAN, f.divide(slope, root))), root);
    }

    /** N/(x⁴ + p x² + s²) over (x² + r x + s)(x² − r x + s), r² = 2s − p > 0. */
    private static boolean biquadratic(
            Formulas f,
            Expression x,
            RationalPolynomial n,
            RationalPolynomial q,
            List<Expression> pieces,
            List<Expression> integrals) {
        if (q.at(1).signum() != 0 || q.at(3).signum() != 0 || q.at(0).signum() <= 0) {
            return false;
        }
        Expression s = f.sqrt(f.number(q.at(0)));
        Rational rational = Formulas.rational(s);
        if (rational == null) {
            return false;
        }
        Rational square = rational.add(rational).subtract(q.at(2));
        if (square.signum() <= 0) {
            return false;
        }
        Expression r = f.sqrt(f.number(square));
        Rational sumB = n.at(0).divide(rational);
        Expression differenceA = f.divide(f.number(n.at(2).subtract(sumB)), r);
        Expression differenceB = f.divide(f.number(n.at(1).subtract(rational.multiply(n.at(3)))), r);
        for (int side : new int[] {-1, 1}) {
            Expression sign = Expressions.number(side);
            Expression a = half(f, f.add(f.number(n.at(3)), f.multiply(sign, differenceA)));
            Expression b = half(f, f.add(f.number(sumB), f.multiply(sign, differenceB)));
            Polynomial above = new Polynomial(List.of(b, a));
            Polynomial below = new Polynomial(Arrays.asList(s, f.multiply(f.negate(sign), r), Formulas.ONE));
            pieces.add(f.divide(above.in(f, x), below.in(f, x)));
            integrals.add(definite(f, x, above, below, square, rational));
        }
        return true;
    }

    /** As {@link #quadratic} for x² ± r x + s, whose discriminant is known to be r² − 4s < 0. */
    private static Expression definite(
            Formulas f, Expression x, Polynomial above, Polynomial q, Rational square, Rational s) {
        Expression ratio = half(f, above.at(1));
        Expression remaining = f.subtract(above.at(0), f.multiply(ratio, q.at(1)));
        Expression logarithm = f.multiply(ratio, f.call(Function.LN, q.in(f, x)));
        Rational negative = Rational.of(4).multiply(s).subtract(square);
        Expression root = f.sqrt(f.number(negative));
        Expression slope = f.add(f.multiply(Formulas.TWO, x), q.at(1));
        Expression angle = f.call(Function.ATAN, f.divide(slope, root));
        return f.add(logarithm, f.divide(f.multiply(Formulas.TWO, remaining, angle), root));
    }

    private static Expression half(Formulas f, Expression a) {
        return f.multiply(Formulas.HALF, a);
    }

    private static Expression withParameters(Attempt attempt) {
        Formulas f = attempt.formulas();
        String name = attempt.variable();
        Expression x = new Variable(name);
        List<Factor> above = new ArrayList<>();
        List<Polynomial> below = new ArrayList<>();
        int power = 1;
        for (Factor factor : attempt.factors().powers()) {
            Integer exponent = factor.integer();
            if (exponent == null) {
                return null;
            }
            if (exponent > 0) {
                above.add(factor);
                continue;
            }
            Polynomial polynomial = Polynomial.of(f, factor.base(), name, 2);
            if (polynomial == null) {
                return null;
            }
            below.add(polynomial);
            power = -exponent;
            if (exponent != -1
                    && attempt.factors().powers().stream()
                                    .filter(other -> other.integer() == null || other.integer() < 0)
                                    .count()
                            > 1) {
                return null;
            }
        }
        Polynomial numerator = Polynomial.of(f, Factors.product(f, above), name);
        if (numerator == null || below.isEmpty()) {
            return null;
        }
        if (below.size() == 1) {
            return repeated(attempt, numerator, below.getFirst(), power);
        }
        if (below.stream().anyMatch(polynomial -> polynomial.degree() != 1) || numerator.degree() >= below.size()) {
            return null;
        }
        List<Expression> integrals = new ArrayList<>();
        List<Expression> pieces = new ArrayList<>();
        for (Polynomial factor : below) {
            Expression root = f.negate(f.divide(factor.at(0), factor.at(1)));
            List<Expression> others = new ArrayList<>();
            for (Polynomial other : below) {
                if (other != factor) {
                    others.add(f.simplify(other.in(f, root)));
                }
            }
            Expression product = f.multiply(others);
            if (Formulas.isZero(product)) {
                return null;
            }
            StandardForms.requireNonZero(attempt, product);
            Expression residue = f.divide(f.simplify(numerator.in(f, root)), product);
            pieces.add(f.divide(residue, factor.in(f, x)));
            integrals.add(linear(f, residue, factor.in(f, x), factor.at(1), 1));
        }
        attempt.search()
                .step(IntegrationStep.rewritten(
                        IntegrationRule.PARTIAL_FRACTIONS, attempt.integrand(), name, f.add(pieces)));
        return attempt.found(IntegrationRule.SUM, f.add(integrals));
    }

    /** N/Qᵐ: the digits of N to the base Q give one fraction each. */
    private static Expression repeated(Attempt attempt, Polynomial numerator, Polynomial q, int power) {
        Formulas f = attempt.formulas();
        Expression x = new Variable(attempt.variable());
        List<Expression> integrals = new ArrayList<>();
        List<Expression> rest = new ArrayList<>(numerator.coefficients());
        StandardForms.requireNonZero(attempt, q.at(q.degree()));
        for (int m = power; m >= 1 && !rest.isEmpty(); m--) {
            List<Expression> quotient = new ArrayList<>();
            List<Expression> digit = divided(f, rest, q, quotient);
            Polynomial above = new Polynomial(digit);
            if (!above.isZero() || digit.stream().anyMatch(part -> !Formulas.isZero(part))) {
                integrals.add(
                        q.degree() == 1
                                ? linear(f, above.at(0), q.in(f, x), q.at(1), m)
                                : quadraticWithParameters(attempt, x, above, q, m));
            }
            rest = quotient;
        }
        for (int i = 0; i < rest.size(); i++) {
            integrals.add(f.divide(f.multiply(rest.get(i), f.power(x, i + 1L)), Expressions.number(i + 1L)));
        }
        return attempt.found(IntegrationRule.FUNCTION, f.add(integrals));
    }

    private static Expression quadraticWithParameters(
            Attempt attempt, Expression x, Polynomial above, Polynomial q, int m) {
        Formulas f = attempt.formulas();
        Expression ratio = f.divide(above.at(1), f.multiply(Formulas.TWO, q.at(2)));
        Expression remaining = f.subtract(above.at(0), f.multiply(ratio, q.at(1)));
        Expression first = Formulas.isZero(ratio) ? Formulas.ZERO : linear(f, ratio, q.in(f, x), Formulas.ONE, m);
        return Formulas.isZero(remaining) ? first : f.add(first, reciprocal(f, x, remaining, q, m, attempt));
    }

    /** @return the remainder, as many entries as the divisor's degree; the quotient's coefficients are added to the list */
    private static List<Expression> divided(
            Formulas f, List<Expression> numerator, Polynomial divisor, List<Expression> quotient) {
        List<Expression> rest = new ArrayList<>(numerator);
        int n = divisor.degree();
        for (int i = rest.size() - 1 - n; i >= 0; i--) {
            Expression factor = f.divide(rest.get(i + n), divisor.at(n));
            quotient.addFirst(factor);
            for (int j = 0; j <= n; j++) {
                rest.set(i + j, f.subtract(rest.get(i + j), f.multiply(factor, divisor.at(j))));
            }
        }
        return new ArrayList<>(rest.subList(0, Math.min(n, rest.size())));
    }
}
