package org.mlmath.expression.precision;

import java.math.BigInteger;
import org.mlmath.expression.Relation;
import org.mlmath.expression.precision.Precise.Enclosed;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.expression.precision.Precise.Turn;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.ball.ElementaryBalls;
import org.mlmath.numerics.exact.Rational;

/** Arithmetic on values at one precision: exact as long as the numbers are rational and short, else on balls. */
final class Arithmetic {
    /** Numerators and denominators up to this length are kept. */
    private static final int EXACT_BITS = 2048;

    /** Base, order and result of roots that are looked for among the rational numbers. */
    private static final int ROOT_ORDER = 64;

    final int bits;

    Arithmetic(int bits) {
        this.bits = bits;
    }

    /** @return undefined if an operand is, else unknown if one is, else null */
    static Missing missing(Precise a, Precise b) {
        if (a == Missing.UNDEFINED || b == Missing.UNDEFINED) {
            return Missing.UNDEFINED;
        }
        return a == Missing.UNKNOWN || b == Missing.UNKNOWN ? Missing.UNKNOWN : null;
    }

    private Precise exact(Rational number) {
        return number.numerator().bitLength() <= EXACT_BITS
                        && number.denominator().bitLength() <= EXACT_BITS
                ? new Exact(number)
                : Precise.of(Ball.of(number, bits));
    }

    private static Precise turn(Rational times) {
        return times.signum() == 0 ? Precise.ZERO : new Turn(times);
    }

    Precise negate(Precise a) {
        return switch (a) {
            case Exact(Rational number) -> new Exact(number.negate());
            case Turn(Rational times) -> new Turn(times.negate());
            case Enclosed(Ball ball) -> new Enclosed(ball.negate());
            case Missing missing -> missing;
        };
    }

    Precise add(Precise a, Precise b) {
        Missing missing = missing(a, b);
        if (missing != null) {
            return missing;
        }
        if (a instanceof Exact(Rational x) && b instanceof Exact(Rational y)) {
            return exact(x.add(y));
        }
        if (a instanceof Turn(Rational x) && b instanceof Turn(Rational y)) {
            return turn(x.add(y));
        }
        if (Precise.ZERO.equals(a)) {
            return b;
        }
        if (Precise.ZERO.equals(b)) {
            return a;
        }
        return Precise.of(a.ball(bits).add(b.ball(bits), bits));
    }

    Precise subtract(Precise a, Precise b) {
        return add(a, negate(b));
    }

    Precise multiply(Precise a, Precise b) {
        Missing missing = missing(a, b);
        if (missing != null) {
            return missing;
        }
        if (a instanceof Exact(Rational x)) {
            if (b instanceof Exact(Rational y)) {
                return exact(x.multiply(y));
            }
            if (x.signum() == 0) {
                return a;
            }
            if (b instanceof Turn(Rational y)) {
                return turn(x.multiply(y));
            }
        } else if (b instanceof Exact) {
            return multiply(b, a);
        }
        return Precise.of(a.ball(bits).multiply(b.ball(bits), bits));
    }

    /** Undefined for the divisor 0. */
    Precise divide(Precise a, Precise b) {
        Missing missing = missing(a, b);
        if (missing != null) {
            return missing;
        }
        Integer sign = b.sign();
        if (sign == null) {
            return Missing.UNKNOWN;
        }
        if (sign == 0) {
            return Missing.UNDEFINED;
        }
        return switch (b) {
            case Exact(Rational y) -> multiply(a, new Exact(Rational.ONE.divide(y)));
            case Turn(Rational y) when a instanceof Turn(Rational x) -> exact(x.divide(y));
            default -> Precise.ZERO.equals(a) ? a : Precise.of(a.ball(bits).divide(b.ball(bits), bits));
        };
    }

    Precise square(Precise a) {
        return multiply(a, a);
    }

    Precise abs(Precise a) {
        Integer sign = a.sign();
        if (sign != null) {
            return sign < 0 ? negate(a) : a;
        }
        return a instanceof Enclosed(Ball ball) ? Precise.of(ball.abs()) : a;
    }

    /** @return where the two are compared for certain, the sign of a − b, else null */
    Integer compare(Precise a, Precise b) {
        if (a instanceof Exact(Rational x) && b instanceof Exact(Rational y)) {
            return x.compareTo(y);
        }
        return subtract(a, b).sign();
    }

    Precise compare(Precise a, Relation relation, Precise b) {
        Missing missing = missing(a, b);
        if (missing != null) {
            return missing;
        }
        Integer order = compare(a, b);
        if (order != null) {
            return relation.of(order, 0) == 1 ? Precise.ONE : Precise.ZERO;
        }
        return Missing.UNKNOWN;
    }

    /** Whichever of the two is smaller; a ball around both where that is open. */
    Precise min(Precise a, Precise b) {
        Missing missing = missing(a, b);
        if (missing != null) {
            return missing;
        }
        Integer order = compare(a, b);
        if (order != null) {
            return order <= 0 ? a : b;
        }
        // min(a, b) = (a + b − |a − b|)/2
        Ball x = a.ball(bits);
        Ball y = b.ball(bits);
        return Precise.of(
                x.add(y, bits).subtract(x.subtract(y, bits).abs(), bits).scale(-1));
    }

    Precise max(Precise a, Precise b) {
        return negate(min(negate(a), negate(b)));
    }

    /** Real powers: of negative numbers for integer exponents only; 0^0 = 1. */
    Precise power(Precise a, Precise b) {
        Missing missing = missing(a, b);
        if (missing != null) {
            return missing;
        }
        if (b instanceof Exact(Rational exponent)) {
            return exponent.isInteger() ? integerPower(a, exponent.numerator()) : rationalPower(a, exponent);
        }
        Integer sign = a.sign();
        if (sign == null) {
            return Missing.UNKNOWN;
        }
        if (sign == 0) {
            Integer direction = b.sign();
            return direction == null ? Missing.UNKNOWN : direction > 0 ? Precise.ZERO : Missing.UNDEFINED;
        }
        if (sign < 0) {
            Ball exponent = b.ball(bits);
            return b instanceof Turn || noInteger(exponent) ? Missing.UNDEFINED : Missing.UNKNOWN;
        }
        if (Precise.ONE.equals(a)) {
            return a;
        }
        return Precise.of(ElementaryBalls.power(a.ball(bits + 16), b.ball(bits + 16), bits));
    }

    private static boolean noInteger(Ball ball) {
        return ball.floor() != null && !ball.isExact();
    }

    private Precise integerPower(Precise a, BigInteger n) {
        if (n.signum() == 0) {
            return Precise.ONE;
        }
        Integer sign = a.sign();
        if (n.signum() < 0) {
            if (sign == null) {
                return Missing.UNKNOWN;
            }
            if (sign == 0) {
                return Missing.UNDEFINED;
            }
        }
        if (a instanceof Exact(Rational x)) {
            if (x.signum() == 0 || x.equals(Rational.ONE)) {
                return a;
            }
            if (x.abs().equals(Rational.ONE)) {
                return n.testBit(0) ? a : Precise.ONE;
            }
            long length = Math.max(x.numerator().bitLength(), x.denominator().bitLength());
            if (n.bitLength() < 16 && length * Math.abs(n.intValue()) <= EXACT_BITS) {
                return new Exact(power(x, n.intValue()));
            }
        }
        Ball base = a.ball(bits + 16 + n.bitLength());
        if (sign != null && n.bitLength() > 12) {
            Ball size = base.abs();
            Ball exponent = Ball.of(new Rational(n, BigInteger.ONE), bits + 64 + n.bitLength());
            Ball power = ElementaryBalls.power(size, exponent, bits);
            return Precise.of(sign < 0 && n.testBit(0) ? power.negate() : power);
        }
        return Precise.of(base.power(n, bits + 16));
    }

    private static Rational power(Rational x, int n) {
        int size = Math.abs(n);
        Rational power = new Rational(x.numerator().pow(size), x.denominator().pow(size));
        return n < 0 ? Rational.ONE.divide(power) : power;
    }

    private Precise rationalPower(Precise a, Rational exponent) {
        Integer sign = a.sign();
        if (sign == null) {
            return Missing.UNKNOWN;
        }
        if (sign < 0) {
            return Missing.UNDEFINED;
        }
        if (sign == 0) {
            return exponent.signum() > 0 ? a : Missing.UNDEFINED;
        }
        if (a instanceof Exact(Rational x) && exponent.denominator().bitLength() < 7) {
            Rational root = root(x, exponent.denominator().intValue());
            if (root != null) {
                return integerPower(new Exact(root), exponent.numerator());
            }
        }
        if (exponent.denominator().equals(BigInteger.TWO)) {
            return integerPower(Precise.of(a.ball(bits + 16).sqrt(bits + 16)), exponent.numerator());
        }
        return Precise.of(ElementaryBalls.power(a.ball(bits + 16), Ball.of(exponent, bits + 16), bits));
    }

    Precise sqrt(Precise a) {
        return power(a, new Exact(new Rational(BigInteger.ONE, BigInteger.TWO)));
    }

    /** @return the rational root of order n of a positive number, or null */
    static Rational root(Rational x, int n) {
        if (n > ROOT_ORDER) {
            return null;
        }
        BigInteger top = root(x.numerator(), n);
        BigInteger bottom = top == null ? null : root(x.denominator(), n);
        return bottom == null ? null : new Rational(top, bottom);
    }

    private static BigInteger root(BigInteger x, int n) {
        if (n == 2) {
            BigInteger root = x.sqrt();
            return root.multiply(root).equals(x) ? root : null;
        }
        // Newton's method from above
        BigInteger root = BigInteger.ONE.shiftLeft(x.bitLength() / n + 1);
        BigInteger order = BigInteger.valueOf(n);
        while (true) {
            BigInteger next = root.multiply(order.subtract(BigInteger.ONE))
                    .add(x.divide(root.pow(n - 1)))
                    .divide(order);
            if (next.compareTo(root) >= 0) {
                return root.pow(n).equals(x) ? root : null;
            }
            root = next;
        }
    }

    /** The real root of order n: of negative numbers for odd integers n. */
    Precise root(Precise a, Precise n) {
        Missing missing = missing(a, n);
        if (missing != null) {
            return missing;
        }
        Precise exponent = divide(Precise.ONE, n);
        Integer sign = a.sign();
        boolean odd = n instanceof Exact(Rational order)
                && order.isInteger()
                && order.numerator().testBit(0);
        if (exponent == Missing.UNDEFINED) {
            return exponent;
        }
        if (odd && sign == null && a instanceof Enclosed(Ball ball) && exponent.sign() > 0) {
            Ball bound = ElementaryBalls.power(ball.abs().upper(), exponent.ball(32), 32);
            return Precise.of(Ball.ZERO.widen(bound));
        }
        if (sign != null && sign < 0) {
            if (odd) {
                return negate(power(negate(a), exponent));
            }
            return n instanceof Exact ? Missing.UNDEFINED : Missing.UNKNOWN;
        }
        return power(a, exponent);
    }
}
