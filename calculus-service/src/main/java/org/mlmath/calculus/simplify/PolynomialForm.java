package org.mlmath.calculus.simplify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Polynomial.Factor;
import org.mlmath.numerics.exact.Rational;

/** Exact polynomials written as expressions: by falling powers, numbers in front, one denominator behind. */
final class PolynomialForm {
    private final Expression x;

    PolynomialForm(String variable) {
        x = new Variable(variable);
    }

    Expression of(Polynomial polynomial) {
        List<Expression> terms = new ArrayList<>();
        for (int power = polynomial.degree(); power >= 0; power--) {
            Rational coefficient = polynomial.coefficient(power);
            if (coefficient.signum() != 0) {
                terms.add(term(coefficient, power));
            }
        }
        return sum(terms);
    }

    /** @return the terms as one expression; 0 of none */
    static Expression sum(List<Expression> terms) {
        return terms.isEmpty() ? Expressions.number(0) : terms.size() == 1 ? terms.getFirst() : new Sum(terms);
    }

    private Expression term(Rational coefficient, int power) {
        Expression modulus = scaled(coefficient.abs(), power == 0 ? List.of() : List.of(power(x, power)));
        return coefficient.signum() < 0 ? new Negate(modulus) : modulus;
    }

    static Expression power(Expression base, int exponent) {
        return exponent == 1 ? base : new Power(base, Expressions.number(exponent));
    }

    static Expression number(Rational value) {
        Expression modulus = scaled(value.abs(), List.of());
        return value.signum() < 0 ? new Negate(modulus) : modulus;
    }

    /** @param factor at least 0 */
    private static Expression scaled(Rational factor, List<Expression> factors) {
        List<Expression> above = new ArrayList<>(factors);
        if (!factor.numerator().equals(BigInteger.ONE) || above.isEmpty()) {
            above.addFirst(new Number(new BigDecimal(factor.numerator())));
        }
        Expression numerator = above.size() == 1 ? above.getFirst() : new Product(above);
        return factor.isInteger()
                ? numerator
                : new Quotient(numerator, new Number(new BigDecimal(factor.denominator())));
    }

    /** A constant times powers of factors. */
    Expression of(Rational constant, List<Factor> factors) {
        List<Expression> written = new ArrayList<>();
        factors.forEach(factor -> written.add(power(of(factor.polynomial()), factor.multiplicity())));
        Expression modulus = scaled(constant.abs(), written);
        return constant.signum() < 0 ? new Negate(modulus) : modulus;
    }

    /** A quotient of products of factors. */
    Expression quotient(Rational constant, List<Factor> above, List<Factor> below) {
        if (below.isEmpty()) {
            return of(constant, above);
        }
        Expression numerator = of(new Rational(constant.numerator().abs(), BigInteger.ONE), above);
        Expression denominator = of(new Rational(constant.denominator(), BigInteger.ONE), below);
        Expression modulus = new Quotient(numerator, denominator);
        return constant.signum() < 0 ? new Negate(modulus) : modulus;
    }
}
