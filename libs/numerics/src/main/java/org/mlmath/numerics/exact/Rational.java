package org.mlmath.numerics.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.mlmath.numerics.InvalidParameterException;

/** A rational number in lowest terms, its denominator positive; immutable. */
public final class Rational implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** Below this a double that is an integer is exactly the integer of its shortest decimal. */
    private static final double EXACT_INTEGERS = 0x1p53;

    private static final int MAX_EXPONENT = 10_000;

    private static final int QUOTIENT = 66;

    /** Within it the value is a normal double. */
    private static final int LARGEST_SHIFT = 900;

    private final BigInteger numerator;
    private final BigInteger denominator;

    /** @throws InvalidParameterException if the denominator is zero */
    public Rational(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new InvalidParameterException("A fraction has the denominator 0.");
        }
        boolean negated = denominator.signum() < 0;
        BigInteger p = negated ? numerator.negate() : numerator;
        BigInteger q = negated ? denominator.negate() : denominator;
        BigInteger divisor = q.equals(BigInteger.ONE) ? BigInteger.ONE : p.gcd(q);
        boolean reduced = divisor.equals(BigInteger.ONE);
        this.numerator = reduced ? p : p.divide(divisor);
        this.denominator = reduced ? q : q.divide(divisor);
    }

    private Rational(BigInteger numerator, BigInteger denominator, boolean reduced) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** @return the fraction of two numbers that are known to have no common divisor, the second positive: nothing is looked for */
    static Rational reduced(BigInteger numerator, BigInteger denominator) {
        return new Rational(numerator, denominator, true);
    }

    /** @return with the sign */
    public BigInteger numerator() {
        return numerator;
    }

    /** @return positive */
    public BigInteger denominator() {
        return denominator;
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
        return reduced(numerator.negate(), denominator);
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
        // A quotient of more than 64 bits, the last of them set where there is a rest, rounds as the fraction does.
        int shift = QUOTIENT + denominator.bitLength() - numerator.bitLength();
        if (Math.abs(shift) < LARGEST_SHIFT) {
            BigInteger[] division = numerator
                    .shiftLeft(Math.max(0, shift))
                    .divideAndRemainder(denominator.shiftLeft(Math.max(0, -shift)));
            BigInteger quotient =
                    division[1].signum() == 0 ? division[0] : division[0].abs().setBit(0);
            double magnitude = Math.scalb(quotient.abs().doubleValue(), -shift);
            return signum() < 0 ? -magnitude : magnitude;
        }
        // Near the ends of the range; 40 digits leave a second rounding nothing to do, short of numbers built to be
        // that close to a tie.
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational r && numerator.equals(r.numerator) && denominator.equals(r.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
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
