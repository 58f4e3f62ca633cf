package org.mlmath.calculus.simplify;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;

/** A quotient of polynomials in lowest terms, in its forms. */
final class RationalForms {
    private final String variable;
    private final Deadline deadline;
    private final PolynomialForm form;
    private final Polynomial common;
    private final Polynomial numerator;
    private final Polynomial denominator;

    RationalForms(RationalFunction function, String variable, Deadline deadline) {
        this.variable = variable;
        this.deadline = deadline;
        form = new PolynomialForm(variable);
        common = function.numerator().isZero()
                ? function.denominator()
                : function.numerator().gcd(function.denominator(), deadline);
        Polynomial below = function.denominator().divide(common).quotient();
        // The denominator's own constant goes above, so that what is below has coprime integers.
        Rational scale = below.primitive().leading().divide(below.leading());
        denominator = below.primitive();
        numerator = function.numerator().divide(common).quotient().scale(scale);
    }

    Polynomial numerator() {
        return numerator;
    }

    Polynomial denominator() {
        return denominator;
    }

    /** @return the quotient of polynomials written by powers */
    Expression byPowers() {
        if (denominator.isConstant()) {
            return form.of(numerator);
        }
        Polynomial primitive = numerator.primitive();
        Rational content =
                numerator.isZero() ? Rational.ZERO : numerator.leading().divide(primitive.leading());
        return numerator.isZero()
                ? Expressions.number(0)
                : form.quotient(
                        content,
                        primitive.isConstant() ? List.of() : List.of(new Polynomial.Factor(primitive, 1)),
                        List.of(new Polynomial.Factor(denominator, 1)));
    }

    Expression inFactors() {
        if (numerator.isZero()) {
            return Expressions.number(0);
        }
        Factorization above = Factorization.of(numerator, variable, deadline);
        Factorization below = Factorization.of(denominator, variable, deadline);
        return form.quotient(above.constant().divide(below.constant()), above.factors(), below.factors());
    }

    Expression inPartialFractions(Working working) {
        if (denominator.isConstant()) {
            return form.of(numerator);
        }
        Factorization below = Factorization.of(denominator, variable, deadline);
        if (!common.isConstant()) {
            working.became(
                    "cancel",
                    "Cancel common factors",
                    "Numerator and denominator share the factor %s."
                            .formatted(common.primitive().text(variable)),
                    byPowers());
        }
        Polynomial.Division division = numerator.divide(denominator);
        if (!division.quotient().isZero()) {
            Expression rest = new Quotient(form.of(division.remainder()), form.of(denominator));
            working.became(
                    "divide",
                    "Polynomial division",
                    "The numerator's degree is not below the denominator's: divide, and go on with the remainder %s."
                            .formatted(division.remainder().text(variable)),
                    division.remainder().isZero()
                            ? form.of(division.quotient())
                            : PolynomialForm.sum(List.of(form.of(division.quotient()), rest)));
        }
        working.noted(
                "factor-denominator",
                "Factor the denominator",
                "Each factor to the power m gets m fractions, over its first to m-th power.",
                Expressions.latex(form.of(denominator)) + " = "
                        + Expressions.latex(form.of(below.constant(), below.factors())));
        PartialFractions parts = PartialFractions.of(numerator, below);
        Expression result = parts.expression(form);
        working.noted(
                "coefficients",
                "Find the numerators",
                "Multiply by the denominator and compare: the numerators are %s.".formatted(numerators(parts)),
                Expressions.latex(result));
        return result;
    }

    private String numerators(PartialFractions parts) {
        List<String> found = new ArrayList<>();
        parts.fractions()
                .forEach(fraction -> found.add("%s over %s"
                        .formatted(
                                fraction.numerator().text(variable),
                                fraction.exponent() == 1
                                        ? fraction.factor().text(variable)
                                        : "(%s)^%d".formatted(fraction.factor().text(variable), fraction.exponent()))));
        return String.join(", ", found);
    }
}
