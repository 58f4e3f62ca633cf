package org.mlmath.expression.precision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.precision.Precise.Enclosed;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

/**
 * Values of expressions to many digits. The precision is doubled until the digits asked for are certain, the sign is known, or
 * {@link #MAX_BITS} are not enough: numbers that are 0 without being rational operations (√2·√2 − 2) never show a sign.
 *
 * <p>Differs from evaluation in doubles in one respect: what is too large for a double has a value here.
 */
public final class HighPrecision {
    /** About 2,400 digits. */
    public static final int MAX_BITS = 8_192;

    private static final int START_BITS = 96;
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    private HighPrecision() {}

    /**
     * A value in decimal digits.
     *
     * @param value rounded to the digits asked for
     * @param error bound of |value − true value|; 0 for an exact one
     */
    public record Decimal(BigDecimal value, BigDecimal error) {}

    /**
     * The value at one working precision, as it comes.
     *
     * @param point a value for each free variable
     */
    public static Precise at(Expression expression, Map<String, Rational> point, int bits, Deadline deadline) {
        Map<String, Precise> values = new HashMap<>();
        point.forEach((name, value) -> values.put(name, new Exact(value)));
        return within(expression, values, bits, deadline);
    }

    /** As {@link #at}, for points whose coordinates are not rational: multiples of π, balls. */
    public static Precise within(
            Expression expression, Map<String, ? extends Precise> point, int bits, Deadline deadline) {
        return new Walk(point, bits, deadline).value(expression);
    }

    /**
     * The value, exactly or in a ball of relative radius 2^−bits. Less accurate only where MAX_BITS do not give more; unknown where
     * they do not tell whether there is one.
     */
    public static Precise enclosure(Expression expression, Map<String, Rational> point, int bits, Deadline deadline) {
        Precise value = Missing.UNKNOWN;
        for (int working = bits + 32; working <= MAX_BITS; working *= 2) {
            deadline.check();
            value = at(expression, point, working, deadline);
            boolean done =
                    switch (value) {
                        case Enclosed(Ball ball) -> ball.accuracy() >= bits;
                        case Missing missing -> missing == Missing.UNDEFINED;
                        default -> true;
                    };
            if (done) {
                break;
            }
        }
        return value;
    }

    /**
     * The value to so many significant digits; to so many places after the point where the value may be 0.
     *
     * @throws DomainException where it is undefined
     * @throws LimitExceededException where that cannot be decided, or the value is too large or small to be written
     */
    public static Decimal value(Expression expression, Map<String, Rational> point, int digits, Deadline deadline) {
        int bits = (int) Math.ceil(digits * BITS_PER_DIGIT) + 4;
        Precise value = Missing.UNKNOWN;
        for (int working = bits + 32; working <= Math.max(2 * bits, MAX_BITS); working *= 2) {
            deadline.check();
            value = at(expression, point, working, deadline);
            boolean done =
                    switch (value) {
                        case Enclosed(Ball ball) -> ball.accuracy() >= bits;
                        case Missing missing -> missing == Missing.UNDEFINED;
                        default -> true;
                    };
            if (done) {
                break;
            }
        }
        if (value == Missing.UNDEFINED) {
            throw new DomainException(Expressions.text(expression) + " is undefined at the point.");
        }
        Ball ball = value.ball(bits + 32);
        if (value instanceof Exact(Rational number)
                && new BigDecimal(number.numerator()).precision() <= digits
                && number.isInteger()) {
            return new Decimal(new BigDecimal(number.numerator()), BigDecimal.ZERO);
        }
        if (ball.isWhole() || Math.abs(ball.magnitude()) > 1 << 20) {
            throw new LimitExceededException("The value of " + Expressions.text(expression)
                    + " could not be enclosed in " + MAX_BITS + " bits.");
        }
        if (ball.containsZero()) {
            return new Decimal(BigDecimal.ZERO, ball.abs().upper().decimal(8));
        }
        BigDecimal rounded = value.decimal(digits);
        BigDecimal error = ball.radius().decimal(8).add(rounded.ulp()).round(new MathContext(4, RoundingMode.UP));
        return new Decimal(rounded, error);
    }

    /**
     * The sign of the value.
     *
     * @return −1, 0 or 1; empty where it is undefined, or undecided at MAX_BITS
     */
    public static OptionalInt sign(Expression expression, Map<String, Rational> point, Deadline deadline) {
        for (int working = START_BITS; working <= MAX_BITS; working *= 2) {
            deadline.check();
            Precise value = at(expression, point, working, deadline);
            Integer sign = value.sign();
            if (sign != null) {
                return OptionalInt.of(sign);
            }
            if (value == Missing.UNDEFINED) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    /** @return whether two values are certainly different numbers */
    public static boolean differ(Precise a, Precise b, int bits) {
        if (!a.isDefined() || !b.isDefined()) {
            return false;
        }
        Integer sign = new Arithmetic(bits).subtract(a, b).sign();
        return sign != null && sign != 0;
    }

    /** The coordinates of a point in doubles, each as its shortest decimal. */
    public static Map<String, Rational> point(List<String> variables, double[] coordinates) {
        Map<String, Rational> point = new HashMap<>();
        for (int i = 0; i < coordinates.length; i++) {
            point.put(variables.get(i), Rational.of(coordinates[i]));
        }
        return point;
    }
}
