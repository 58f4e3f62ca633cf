package org.mlmath.expression.polynomial;

import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;

/**
 * A quotient of polynomials in one variable, nothing cancelled.
 *
 * @param denominator not zero
 * @param poles the product of all that the formula divides by, on whichever level: it is undefined at the zeros of this, also where
 *     they cancel in the quotient
 */
public record RationalFunction(Polynomial numerator, Polynomial denominator, Polynomial poles) {
    /** The degrees of numerator and denominator. */
    public static final int DEGREE = 500;

    /** Bits of the coefficients. */
    public static final int BITS = 40_000;

    /**
     * Decimals count as written: 0.1 is 1/10.
     *
     * @return empty where the expression has another variable, a function, an irrational constant, divides by zero, or exceeds
     *     {@link #DEGREE} or {@link #BITS}
     */
    public static Optional<RationalFunction> of(Expression expression, String variable) {
        return Optional.ofNullable(new Recognition(variable).of(expression));
    }

    /** @return the polynomial, where it is one without division by anything that could be zero */
    public Optional<Polynomial> polynomial() {
        return poles.isConstant()
                ? Optional.of(numerator.scale(Rational.ONE.divide(denominator.leading())))
                : Optional.empty();
    }
}
