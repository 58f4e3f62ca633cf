package org.mlmath.expression.simplify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Quotient;

/**
 * An exact rational number in lowest terms, which remembers whether a decimal fraction went into it and is written as one then:
 * 0.5·3 is 1.5, 1/2·3 is 3/2.
 *
 * @param denominator positive
 */
record Coefficient(BigInteger numerator, BigInteger denominator, boolean decimal) {
    static final Coefficient ZERO = of(0);
    static final Coefficient ONE = of(1);
    static final Coefficient MINUS_ONE = of(-1);
    private static final int BITS = 512;
    /** Enough that rounding a decimal coefficient to it never shows in a double. */
    private static final MathContext DECIMAL_DIGITS = new MathContext(20);

    static Coefficient of(long integer) {
        return new Coefficient(BigInteger.valueOf(integer), BigInteger.ONE, false);
    }

    static Coefficient of(BigDecimal value) {
        boolean fraction = value.scale() > 0;
        return fraction
                ? reduced(value.unscaledValue(), BigInteger.TEN.pow(value.scale()), true)
                : new Coefficient(value.toBigIntegerExact(), BigInteger.ONE, false);
    }

    /** @return the number that a tree of literals stands for, or null */
    static Coefficient of(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> of(value);
            case Expression.Negate(Expression operand) -> {
                Coefficient value = of(operand);
                yield value == null ? null : value.negate();
            }
            case Quotient(Number numerator, Number denominator)
            when denominator.value().signum() != 0 ->
                of(numerator.value()).times(of(denominator.value()).reciprocal());
            default -> null;
        };
    }

    private static Coefficient reduced(BigInteger numerator, BigInteger denominator, boolean decimal) {
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return new Coefficient(numerator.divide(divisor), denominator.divide(divisor), decimal);
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    boolean isOne() {
        return numerator.equals(denominator);
    }

    boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    int signum() {
        return numerator.signum();
    }

    /** @return whether arithmetic on it is still cheap and its digits still readable */
    boolean isShort() {
        return numerator.bitLength() <= BITS && denominator.bitLength() <= BITS;
    }

    Coefficient negate() {
        return new Coefficient(numerator.negate(), denominator, decimal);
    }

    Coefficient abs() {
        return signum() < 0 ? negate() : this;
    }

    Coefficient reciprocal() {
        return reduced(denominator, numerator, decimal);
    }

    Coefficient plus(Coefficient other) {
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator),
                decimal || other.decimal);
    }

    Coefficient times(Coefficient other) {
        return reduced(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator), decimal || other.decimal);
    }

    /** @return the power, or null if its digits would be too many */
    Coefficient power(int exponent) {
        long bits = (long) Math.abs(exponent) * Math.max(numerator.bitLength(), denominator.bitLength());
        if (bits > BITS || (exponent < 0 && isZero())) {
            return null;
        }
        int size = Math.abs(exponent);
        Coefficient power = new Coefficient(numerator.pow(size), denominator.pow(size), decimal);
        return exponent < 0 ? power.reciprocal() : power;
    }

    /** @return the root, or null if it is not rational */
    Coefficient squareRoot() {
        if (signum() < 0) {
            return null;
        }
        BigInteger top = numerator.sqrt();
        BigInteger bottom = denominator.sqrt();
        return top.multiply(top).equals(numerator) && bottom.multiply(bottom).equals(denominator)
                ? new Coefficient(top, bottom, decimal)
                : null;
    }

    /** @return the decimal fraction it is written as, or null where it is a fraction of integers; of the modulus */
    BigDecimal asDecimal() {
        if (!decimal) {
            return null;
        }
        BigInteger rest = denominator;
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        if (!rest.equals(BigInteger.ONE)) {
            return null;
        }
        return new BigDecimal(numerator.abs()).divide(new BigDecimal(denominator), DECIMAL_DIGITS);
    }
}
