package org.mlmath.expression.precision;

import java.math.BigDecimal;
import java.math.MathContext;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.ball.ElementaryBalls;
import org.mlmath.numerics.exact.Rational;

/** What is known of a value. */
public sealed interface Precise {

    /** The number itself. */
    record Exact(Rational number) implements Precise {}

    /** A multiple of π; not 0. */
    record Turn(Rational times) implements Precise {}

    /** A number somewhere in the ball. */
    record Enclosed(Ball ball) implements Precise {}

    enum Missing implements Precise {
        /** It certainly has no value: a pole, a logarithm of a negative number. */
        UNDEFINED,
        /** This precision does not tell whether it has one, or which: ⌊x⌋ where x may be an integer. */
        UNKNOWN
    }

    Exact ZERO = new Exact(Rational.ZERO);
    Exact ONE = new Exact(Rational.ONE);

    static Precise of(long value) {
        return new Exact(Rational.of(value));
    }

    /** @return the ball as a value; unknown for the whole line */
    static Precise of(Ball ball) {
        if (ball.isZero()) {
            return ZERO;
        }
        return ball.isWhole() ? Missing.UNKNOWN : new Enclosed(ball);
    }

    /** @return whether it has a value for certain */
    default boolean isDefined() {
        return !(this instanceof Missing);
    }

    /** @return a ball around the value; the whole line where there is none */
    default Ball ball(int bits) {
        return switch (this) {
            case Exact(Rational number) -> Ball.of(number, bits);
            case Turn(Rational times) -> ElementaryBalls.pi(bits + 8).multiply(Ball.of(times, bits + 8), bits);
            case Enclosed(Ball ball) -> ball;
            case Missing _ -> Ball.WHOLE;
        };
    }

    /** @return −1, 0 or 1 for certain, null where it is not */
    default Integer sign() {
        return switch (this) {
            case Exact(Rational number) -> number.signum();
            case Turn(Rational times) -> times.signum();
            case Enclosed(Ball ball) -> ball.isPositive() ? (Integer) 1 : ball.isNegative() ? -1 : null;
            case Missing _ -> null;
        };
    }

    /** @return the nearest double, NaN where there is no value; where the ball is wide, its midpoint */
    default double doubleValue() {
        return switch (this) {
            case Exact(Rational number) -> number.doubleValue();
            case Missing _ -> Double.NaN;
            default -> ball(128).doubleValue();
        };
    }

    /** @return so many digits, null where there is no value or its size is beyond all use */
    default BigDecimal decimal(int digits) {
        if (this instanceof Exact(Rational number)) {
            return new BigDecimal(number.numerator())
                    .divide(new BigDecimal(number.denominator()), new MathContext(digits));
        }
        Ball ball = ball(4 * digits + 16);
        return ball.isWhole() || Math.abs(ball.magnitude()) > 1 << 20 ? null : ball.decimal(digits);
    }
}
