package org.mlmath.calculus.simplify;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Polynomial.Division;
import org.mlmath.numerics.exact.Polynomial.Factor;
import org.mlmath.numerics.exact.Rational;

/**
 * A quotient of polynomials as a polynomial and fractions rᵢⱼ/pᵢʲ with deg rᵢⱼ &lt; deg pᵢ, for the irreducible factors pᵢ of the
 * denominator. Source: von zur Gathen, Gerhard, <i>Modern Computer Algebra</i>, 3rd ed., section 5.11.
 *
 * @param whole the polynomial part
 */
record PartialFractions(Polynomial whole, List<Fraction> fractions) {
    /** @param exponent of the factor below the numerator */
    record Fraction(Polynomial numerator, Polynomial factor, int exponent) {}

    /** @param below the factors of the denominator, numerator and denominator without a common one */
    static PartialFractions of(Polynomial numerator, Factorization below) {
        Polynomial above = numerator.scale(Rational.ONE.divide(below.constant()));
        Polynomial denominator = product(below.factors());
        Division division = above.divide(denominator);
        List<Fraction> fractions = new ArrayList<>();
        for (Factor factor : below.factors()) {
            Polynomial power = factor.polynomial().power(factor.multiplicity());
            Polynomial others = denominator.divide(power).quotient();
            // Modulo this power the part over it is r·others⁻¹.
            Polynomial part = division.remainder()
                    .multiply(inverse(others, power))
                    .divide(power)
                    .remainder();
            for (int exponent = factor.multiplicity(); exponent >= 1; exponent--) {
                Division digits = part.divide(factor.polynomial());
                if (!digits.remainder().isZero()) {
                    fractions.add(new Fraction(digits.remainder(), factor.polynomial(), exponent));
                }
                part = digits.quotient();
            }
        }
        return new PartialFractions(division.quotient(), List.copyOf(fractions));
    }

    static Polynomial product(List<Factor> factors) {
        Polynomial product = Polynomial.ONE;
        for (Factor factor : factors) {
            product = product.multiply(factor.polynomial().power(factor.multiplicity()));
        }
        return product;
    }

    /** By Euclid's algorithm: s with s·a = 1 modulo m. */
    private static Polynomial inverse(Polynomial a, Polynomial m) {
        Polynomial r0 = m;
        Polynomial r1 = a.divide(m).remainder();
        Polynomial s0 = Polynomial.ZERO;
        Polynomial s1 = Polynomial.ONE;
        while (!r1.isConstant()) {
            Division division = r0.divide(r1);
            Polynomial s = s0.subtract(division.quotient().multiply(s1));
            r0 = r1;
            r1 = division.remainder();
            s0 = s1;
            s1 = s;
        }
        return s1.scale(Rational.ONE.divide(r1.leading()));
    }

    Expression expression(PolynomialForm form) {
        List<Expression> terms = new ArrayList<>();
        if (!whole.isZero()) {
            Expression polynomial = form.of(whole);
            terms.addAll(polynomial instanceof Expression.Sum(List<Expression> parts) ? parts : List.of(polynomial));
        }
        for (Fraction fraction : fractions) {
            terms.add(term(fraction, form));
        }
        for (int i = 1; i < terms.size() && terms.getFirst() instanceof Negate; i++) {
            if (!(terms.get(i) instanceof Negate)) {
                terms.addFirst(terms.remove(i));
            }
        }
        return PolynomialForm.sum(terms);
    }

    /** The numerator's own denominator goes below: (x/3)/(x + 1) is x/(3(x + 1)). */
    private static Expression term(Fraction fraction, PolynomialForm form) {
        Polynomial primitive = fraction.numerator().primitive();
        Rational content = fraction.numerator().leading().divide(primitive.leading());
        List<Factor> above = primitive.isConstant() ? List.of() : List.of(new Factor(primitive, 1));
        return form.quotient(content, above, List.of(new Factor(fraction.factor(), fraction.exponent())));
    }
}
