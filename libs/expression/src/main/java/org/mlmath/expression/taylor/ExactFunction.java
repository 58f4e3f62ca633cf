package org.mlmath.expression.taylor;

import java.math.BigInteger;
import java.util.List;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/** Rational values of functions at rational arguments: sin 0, ln 1, √(4/9), σ(0) = 1/2. */
final class ExactFunction {
    private static final Rational HALF = new Rational(BigInteger.ONE, BigInteger.TWO);

    /** Bits of a power or factorial above which it is left to doubles. */
    private static final int BITS = 4_000;

    private static final int FACTORIAL = 300;

    private ExactFunction() {}

    /** @return null where the value is irrational, undefined, or not known to be rational */
    static Rational value(Function function, List<Rational> arguments) {
        Rational x = arguments.getFirst();
        Rational y = arguments.size() == 2 ? arguments.get(1) : null;
        return switch (function) {
            case EXP, COS, COSH, SEC, SECH -> at(x, Rational.ZERO, Rational.ONE);
            case EXPM1, LOG1P, SIN, TAN, ASIN, ATAN, SINH, TANH, ASINH, ATANH, ERF, CBRT, SOFTSIGN, GELU, SILU ->
                function == Function.CBRT && x.signum() != 0
                        ? root(x, 3)
                        : function == Function.SOFTSIGN
                                ? x.divide(Rational.ONE.add(x.abs()))
                                : at(x, Rational.ZERO, Rational.ZERO);
            case ERFC -> at(x, Rational.ZERO, Rational.ONE);
            case LN, ACOS, ACOSH, ASECH, LGAMMA -> at(x, Rational.ONE, Rational.ZERO);
            case LOG10 -> logarithm(x, Rational.of(10));
            case LOG2 -> logarithm(x, Rational.of(2));
            case LOG -> y == null ? null : logarithm(x, y);
            case SQRT -> root(x, 2);
            case SIGMOID, NORMALCDF -> at(x, Rational.ZERO, HALF);
            case LOGIT -> at(x, HALF, Rational.ZERO);
            case ABS -> x.abs();
            case SIGN -> Rational.of(x.signum());
            case RELU -> x.signum() > 0 ? x : Rational.ZERO;
            case MIN -> arguments.stream().min(Rational::compareTo).orElseThrow();
            case MAX -> arguments.stream().max(Rational::compareTo).orElseThrow();
            case HYPOT -> y == null ? null : root(x.multiply(x).add(y.multiply(y)), 2);
            case FACTORIAL -> factorial(x);
            case GAMMA -> factorial(x.subtract(Rational.ONE));
            default -> null;
        };
    }

    private static Rational at(Rational x, Rational argument, Rational value) {
        return x.equals(argument) ? value : null;
    }

    /** @return n with baseⁿ = x, if it is a small integer */
    private static Rational logarithm(Rational x, Rational base) {
        if (x.signum() <= 0 || base.signum() <= 0 || base.equals(Rational.ONE)) {
            return null;
        }
        long n = Math.round(Math.log(x.doubleValue()) / Math.log(base.doubleValue()));
        return Math.abs(n) <= FACTORIAL && x.equals(power(base, Rational.of(n))) ? Rational.of(n) : null;
    }

    private static Rational factorial(Rational n) {
        if (!n.isInteger() || n.signum() < 0 || n.numerator().bitLength() > 16) {
            return null;
        }
        int to = n.numerator().intValue();
        if (to > FACTORIAL) {
            return null;
        }
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= to; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return new Rational(product, BigInteger.ONE);
    }

    /** @return base^exponent where it is rational and real, else null */
    static Rational power(Rational base, Rational exponent) {
        if (exponent.denominator().bitLength() > 8 || exponent.numerator().bitLength() > 16) {
            return null;
        }
        Rational root = base;
        if (!exponent.isInteger()) {
            if (base.signum() <= 0) {
                return null; // as in doubles: 0 has roots, but no derivative there
            }
            root = root(base, exponent.denominator().intValue());
        }
        int n = exponent.numerator().intValue();
        if (root == null || (n < 0 && root.signum() == 0)) {
            return null;
        }
        int size = Math.abs(n);
        long bits = (long) size
                * Math.max(root.numerator().bitLength(), root.denominator().bitLength());
        if (bits > BITS || (size == 0 && root.signum() == 0)) {
            return null;
        }
        Rational power =
                new Rational(root.numerator().pow(size), root.denominator().pow(size));
        return n < 0 ? Rational.ONE.divide(power) : power;
    }

    /** @return the real root where it is rational, else null */
    private static Rational root(Rational x, int order) {
        if (x.signum() < 0) {
            Rational opposite = order % 2 == 0 ? null : root(x.negate(), order);
            return opposite == null ? null : opposite.negate();
        }
        BigInteger above = root(x.numerator(), order);
        BigInteger below = root(x.denominator(), order);
        return above == null || below == null ? null : new Rational(above, below);
    }

    private static BigInteger root(BigInteger x, int order) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(x.bitLength() / order + 1);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            int side = middle.pow(order).compareTo(x);
            if (side == 0) {
                return middle;
            }
            if (side < 0) {
                low = middle.add(BigInteger.ONE);
            } else {
                high = middle;
            }
        }
        return low.pow(order).equals(x) ? low : null;
    }
}
