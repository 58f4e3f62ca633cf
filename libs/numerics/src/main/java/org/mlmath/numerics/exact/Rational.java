package org.mlmath.numerics.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.mlmath.numerics.InvalidParameterException;

/**
 * A rational number in lowest terms.
 *
 * @param numerator with the sign
 * @param denominator positive
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** Below this a double that is an integer is exactly the integer of its shortest decimal. */
    private static final double EXACT_INTEGERS = 0x1p53;

    private static final int MAX_EXPONENT = 10_000;

    /** @throws InvalidParameterException if the denominator is zero */
    public Rational {
        if (denominator.signum() == 0) {
            throw new InvalidParameterException("A fraction has the denominator 0.");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** @return the shortest decimal that reads back as this finite double */
    public static Rational of(double value) {
        if (Math.abs(value) < EXACT_INTEGERS && value == Math.rint(value)) {
            return of((long) value);
        }
        return of(new BigDecimal(Double.toString(value)));
    }

    /** @return the decimal fraction, exactly */
    public static Rational of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * @param text an integer, a decimal ({@code 0.5}, {@code 1e-3}) or a fraction of integers ({@code -3/7})
     * @throws InvalidParameterException if it is none, or beyond 10^±10000
     */
    public static Rational parse(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                return new Rational(
                        new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
            }
            BigDecimal decimal = new BigDecimal(text);
            if (Math.abs((long) decimal.scale()) > MAX_EXPONENT) {
                throw new InvalidParameterException("The number " + text + " has too large an exponent.");
            }
            return of(decimal);
        } catch (NumberFormatException e) {
            throw new InvalidParameterException(
                    "\"" + text + "\" is not a number; write one as 0.5, \"-3/7\" or \"12345678901234567890\".");
        }
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    public Rational add(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational subtract(Rational other) {
        return add(other.negate());
    }

    public Rational multiply(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws InvalidParameterException if the other is zero */
    public Rational divide(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** @return the nearest double, infinite beyond the largest */
    public double doubleValue() {
        if (isInteger()) {
            return numerator.doubleValue();
        }
        // 40 digits leave a second rounding nothing to do, short of numbers built to be that close to a tie.
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), new MathContext(40))
                .doubleValue();
    }

    /** @return the square root of a number that is not negative, rounded to a double from 40 digits */
    public double sqrt() {
        MathContext digits = new MathContext(40);
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), digits)
                .sqrt(digits)
                .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** @return {@code "-3/7"}, or {@code "5"} for an integer */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }

    /** @return {@code -\frac{3}{7}} */
    public String latex() {
        return isInteger()
                ? numerator.toString()
                : (signum() < 0 ? "-" : "") + "\\frac{" + numerator.abs() + "}{" + denominator + "}";
    }
}
