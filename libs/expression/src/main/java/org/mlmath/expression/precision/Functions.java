package org.mlmath.expression.precision;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.mlmath.expression.Function;
import org.mlmath.expression.precision.Precise.Enclosed;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.expression.precision.Precise.Turn;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.ball.ElementaryBalls;
import org.mlmath.numerics.ball.ErrorFunctionBalls;
import org.mlmath.numerics.ball.GammaBalls;
import org.mlmath.numerics.exact.Rational;

/** The functions of the language at one precision, with the domains and conventions of {@link org.mlmath.expression.Real}. */
final class Functions {
    private static final Precise HALF = new Exact(new Rational(BigInteger.ONE, BigInteger.TWO));
    private static final Precise MINUS_ONE = Precise.of(-1);
    private static final Precise TWO = Precise.of(2);
    private static final Precise PI = new Turn(Rational.ONE);
    private static final Precise HALF_PI = new Turn(new Rational(BigInteger.ONE, BigInteger.TWO));

    /** Factorials up to this are integers here; the others go through the gamma function. */
    private static final int FACTORIAL = 500;

    private static final int BINOMIAL = 2000;

    /** sin of twelfths of π, from 0 to π/2, where it is rational. */
    private static final Map<Integer, Precise> RATIONAL_SINES = Map.of(0, Precise.ZERO, 2, HALF, 6, Precise.ONE);

    private final Arithmetic arithmetic;
    private final int bits;

    Functions(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        this.bits = arithmetic.bits;
    }

    Precise call(Function function, List<Precise> arguments) {
        Precise value = arguments.getFirst();
        if (function.unary()) {
            return value instanceof Missing ? value : unary(function, value);
        }
        if (arguments.size() == 1) {
            return binary(function, value, new Exact(Rational.of(function.lastDefault())));
        }
        for (Precise argument : arguments.subList(1, arguments.size())) {
            value = binary(function, value, argument);
        }
        return value;
    }

    private Precise unary(Function function, Precise x) {
        Arithmetic a = arithmetic;
        return switch (function) {
            case EXP -> exp(x);
            case EXPM1 -> Precise.of(ElementaryBalls.expm1(x.ball(bits + 64), bits));
            case LN -> ln(x);
            case LOG10 -> logarithm(x, Precise.of(10));
            case LOG2 -> logarithm(x, TWO);
            case LOG1P -> ln(a.add(x, Precise.ONE));
            case SQRT -> a.sqrt(x);
            case CBRT -> a.root(x, Precise.of(3));
            case ABS -> a.abs(x);
            case SIGN -> x.sign() == null ? Missing.UNKNOWN : Precise.of(x.sign());
            case FLOOR -> floor(x);
            case CEIL -> a.negate(floor(a.negate(x)));
            case ROUND -> bySign(x, size -> floor(a.add(size, HALF)));
            case TRUNC -> bySign(x, this::floor);
            case SIN -> sin(x);
            case COS -> cos(x);
            case TAN -> a.divide(sin(x), cos(x));
            // 1/tan x, undefined where tan x is
            case COT -> a.divide(Precise.ONE, a.divide(sin(x), cos(x)));
            case SEC -> a.divide(Precise.ONE, cos(x));
            case CSC -> a.divide(Precise.ONE, sin(x));
            case ASIN -> asin(x);
            case ACOS -> a.subtract(HALF_PI, asin(x)) instanceof Turn turn ? turn : acos(x);
            case ATAN -> atan(x);
            case ACOT -> nonzero(x, HALF_PI, y -> atan(a.divide(Precise.ONE, y)));
            case ASEC -> nonzero(x, Missing.UNDEFINED, y -> unary(Function.ACOS, a.divide(Precise.ONE, y)));
            case ACSC -> nonzero(x, Missing.UNDEFINED, y -> asin(a.divide(Precise.ONE, y)));
            case SINH -> half(a.subtract(exp(x), exp(a.negate(x))));
            case COSH -> half(a.add(exp(x), exp(a.negate(x))));
            case TANH -> tanh(x);
            case COTH -> a.divide(Precise.ONE, tanh(x));
            case SECH -> a.divide(Precise.ONE, unary(Function.COSH, x));
            case CSCH -> a.divide(Precise.ONE, unary(Function.SINH, x));
            case ASINH -> asinh(x);
            case ACOSH -> acosh(x);
            case ATANH -> atanh(x);
            case ACOTH -> nonzero(x, Missing.UNDEFINED, y -> atanh(a.divide(Precise.ONE, y)));
            case ASECH -> nonzero(x, Missing.UNDEFINED, y -> acosh(a.divide(Precise.ONE, y)));
            case ACSCH -> nonzero(x, Missing.UNDEFINED, y -> asinh(a.divide(Precise.ONE, y)));
            case FACTORIAL -> gamma(a.add(x, Precise.ONE));
            case GAMMA -> gamma(x);
            case LGAMMA -> logGamma(x);
            case DIGAMMA -> polygamma(Precise.ZERO, x);
            case ERF -> Precise.of(ErrorFunctionBalls.erf(x.ball(bits + 16), bits));
            case ERFC ->
                Precise.ZERO.equals(x) ? Precise.ONE : Precise.of(ErrorFunctionBalls.erfc(x.ball(bits + 16), bits));
            case SIGMOID -> sigmoid(x);
            case SOFTPLUS -> a.add(relu(x), log1p(exp(a.negate(a.abs(x)))));
            case RELU -> relu(x);
            case GELU -> a.multiply(x, normalCdf(x));
            case SILU -> a.multiply(x, sigmoid(x));
            case SOFTSIGN -> a.divide(x, a.add(Precise.ONE, a.abs(x)));
            case LOGIT -> ln(between(x, a.divide(x, a.subtract(Precise.ONE, x))));
            case STEP -> x.sign() == null ? Missing.UNKNOWN : x.sign() >= 0 ? Precise.ONE : Precise.ZERO;
            case NORMALPDF -> {
                Ball y = x.ball(bits + 32);
                Ball density =
                        ElementaryBalls.exp(y.multiply(y, bits + 32).scale(-1).negate(), bits + 8);
                Ball root = ElementaryBalls.pi(bits + 8).scale(1).sqrt(bits + 8);
                yield Precise.of(density.divide(root, bits));
            }
            case NORMALCDF -> normalCdf(x);
            case NOT -> truth(x, Precise.ZERO, Precise.ONE);
            default -> throw new IllegalStateException(function + " is not unary");
        };
    }

    private Precise binary(Function function, Precise x, Precise y) {
        Missing missing = Arithmetic.missing(x, y);
        if (missing != null) {
            return missing;
        }
        Arithmetic a = arithmetic;
        return switch (function) {
            case LOG -> logarithm(x, y);
            case ROOT -> a.root(x, y);
            case ATAN2 -> angle(x, y);
            case MIN -> a.min(x, y);
            case MAX -> a.max(x, y);
            case MOD -> mod(x, y);
            case GCD -> integers(x, y, BigInteger::gcd);
            case LCM ->
                integers(
                        x,
                        y,
                        (m, n) -> m.signum() == 0 || n.signum() == 0
                                ? BigInteger.ZERO
                                : m.multiply(n).abs().divide(m.gcd(n)));
            case HYPOT -> hypot(x, y);
            case BINOMIAL -> binomial(x, y);
            case POLYGAMMA -> polygamma(x, y);
            case BETA -> beta(x, y);
            case LEAKYRELU -> rectified(x, a.multiply(y, x));
            case ELU -> {
                Precise low = x.sign() != null && x.sign() >= 0 ? x : unary(Function.EXPM1, a.min(x, Precise.ZERO));
                yield rectified(x, a.multiply(y, low));
            }
            case LOGSUMEXP -> {
                Precise distance = a.abs(a.subtract(x, y));
                yield a.add(a.max(x, y), log1p(exp(a.negate(distance))));
            }
            case AND -> truth(x, y, true);
            case OR -> truth(x, y, false);
            default -> throw new IllegalStateException(function + " is not binary");
        };
    }

    private Precise hypot(Precise x, Precise y) {
        Precise square = arithmetic.add(arithmetic.square(x), arithmetic.square(y));
        Precise root = arithmetic.sqrt(square);
        // A ball that reaches below 0 does so by rounding only.
        return root.isDefined() ? root : Precise.of(square.ball(bits).sqrt(bits));
    }

    private Precise half(Precise x) {
        return arithmetic.multiply(HALF, x);
    }

    /** An odd function, given for numbers that are not negative. */
    private Precise bySign(Precise x, UnaryOperator<Precise> ofSize) {
        Integer sign = x.sign();
        if (sign == null) {
            // Around 0 it is 0, if the ball is small.
            Precise size = ofSize.apply(arithmetic.abs(x));
            return Precise.ZERO.equals(size) ? size : Missing.UNKNOWN;
        }
        return sign < 0 ? arithmetic.negate(ofSize.apply(arithmetic.negate(x))) : ofSize.apply(x);
    }

    private static Precise nonzero(Precise x, Precise atZero, UnaryOperator<Precise> elsewhere) {
        Integer sign = x.sign();
        if (sign == null) {
            return Missing.UNKNOWN;
        }
        return sign == 0 ? atZero : elsewhere.apply(x);
    }

    Precise exp(Precise x) {
        return x instanceof Missing
                ? x
                : Precise.ZERO.equals(x) ? Precise.ONE : Precise.of(ElementaryBalls.exp(x.ball(bits + 64), bits));
    }

    private Precise ln(Precise x) {
        if (x instanceof Missing) {
            return x;
        }
        Integer sign = x.sign();
        if (sign == null) {
            return Missing.UNKNOWN;
        }
        if (sign <= 0) {
            return Missing.UNDEFINED;
        }
        return Precise.ONE.equals(x) ? Precise.ZERO : Precise.of(ElementaryBalls.ln(x.ball(bits + 64), bits));
    }

    /** ln(1 + x) of x ≥ 0 */
    private Precise log1p(Precise x) {
        return ln(arithmetic.add(Precise.ONE, x));
    }

    private Precise logarithm(Precise x, Precise base) {
        Precise below = ln(base);
        Precise value = arithmetic.divide(ln(x), below);
        if (value instanceof Enclosed(Ball ball)
                && x instanceof Exact(Rational power)
                && base instanceof Exact(Rational number)) {
            // An integer where it is one: 2^3 = 8
            BigInteger nearest = ball.add(Ball.of(0.5), bits).midpoint().floor();
            Precise integer = nearest == null ? value : new Exact(new Rational(nearest, BigInteger.ONE));
            if (nearest != null
                    && nearest.bitLength() < 12
                    && ball.subtract(Ball.of(new Rational(nearest, BigInteger.ONE), bits), bits)
                            .containsZero()
                    && arithmetic.power(new Exact(number), integer).equals(new Exact(power))) {
                return integer;
            }
        }
        return value;
    }

    private Precise floor(Precise x) {
        if (x instanceof Exact(Rational number)) {
            BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
            BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
            return new Exact(new Rational(floor, BigInteger.ONE));
        }
        BigInteger floor = x.ball(bits).floor();
        return floor == null ? Missing.UNKNOWN : new Exact(new Rational(floor, BigInteger.ONE));
    }

    private Precise sin(Precise x) {
        return switch (x) {
            case Missing missing -> missing;
            case Turn(Rational times) -> sinOfTurn(times);
            default -> Precise.ZERO.equals(x) ? x : Precise.of(ElementaryBalls.sin(x.ball(bits + 64), bits));
        };
    }

    private Precise cos(Precise x) {
        return switch (x) {
            case Missing missing -> missing;
            case Turn(Rational times) -> sinOfTurn(times.add(new Rational(BigInteger.ONE, BigInteger.TWO)));
            default -> Precise.ZERO.equals(x) ? Precise.ONE : Precise.of(ElementaryBalls.cos(x.ball(bits + 64), bits));
        };
    }

    private Precise sinOfTurn(Rational times) {
        // to 0 ≤ times < 2, then to the first quarter
        BigInteger whole = times.numerator().divide(times.denominator().shiftLeft(1));
        Rational reduced = times.subtract(new Rational(whole.shiftLeft(1), BigInteger.ONE));
        if (reduced.signum() < 0) {
            reduced = reduced.add(Rational.of(2));
        }
        boolean negative = reduced.compareTo(Rational.ONE) > 0;
        if (negative) {
            reduced = reduced.subtract(Rational.ONE);
        }
        if (reduced.compareTo(new Rational(BigInteger.ONE, BigInteger.TWO)) > 0) {
            reduced = Rational.ONE.subtract(reduced);
        }
        Rational twelfths = reduced.multiply(Rational.of(12));
        Precise known =
                twelfths.isInteger() ? RATIONAL_SINES.get(twelfths.numerator().intValue()) : null;
        if (known == null) {
            Ball angle = ElementaryBalls.pi(bits + 8).multiply(Ball.of(reduced, bits + 8), bits + 8);
            known = Precise.of(ElementaryBalls.sin(angle, bits));
        }
        return negative ? arithmetic.negate(known) : known;
    }

    private Precise asin(Precise x) {
        if (x instanceof Exact(Rational number)) {
            if (number.abs().compareTo(Rational.ONE) > 0) {
                return Missing.UNDEFINED;
            }
            for (int twelfths : new int[] {0, 2, 6}) {
                if (RATIONAL_SINES.get(twelfths).equals(new Exact(number.abs()))) {
                    return arithmetic.multiply(
                            Precise.of((long) twelfths * number.signum()),
                            new Turn(new Rational(BigInteger.ONE, BigInteger.valueOf(12))));
                }
            }
        } else if (outside(x)) {
            return Missing.UNDEFINED;
        }
        return Precise.of(ElementaryBalls.asin(x.ball(bits + 16), bits));
    }

    private Precise acos(Precise x) {
        if (x instanceof Missing || outside(x)) {
            return x instanceof Missing ? x : Missing.UNDEFINED;
        }
        return Precise.of(ElementaryBalls.acos(x.ball(bits + 16), bits));
    }

    private boolean outside(Precise x) {
        Integer order = arithmetic.compare(arithmetic.abs(x), Precise.ONE);
        return order != null && order > 0;
    }

    private Precise atan(Precise x) {
        if (x instanceof Missing || Precise.ZERO.equals(x)) {
            return x;
        }
        if (Precise.ONE.equals(x) || MINUS_ONE.equals(x)) {
            return new Turn(new Rational(BigInteger.valueOf(x.sign()), BigInteger.valueOf(4)));
        }
        return Precise.of(ElementaryBalls.atan(x.ball(bits + 16), bits));
    }

    private Precise angle(Precise y, Precise x) {
        Integer up = y.sign();
        Integer right = x.sign();
        if (right != null && right > 0) {
            return atan(arithmetic.divide(y, x));
        }
        if (up != null && up != 0) {
            // ±π/2 − atan(x/y)
            Precise quarter = up > 0 ? HALF_PI : arithmetic.negate(HALF_PI);
            return arithmetic.subtract(quarter, atan(arithmetic.divide(x, y)));
        }
        if (up == null || right == null) {
            return Missing.UNKNOWN;
        }
        return right == 0 ? Missing.UNDEFINED : PI;
    }

    private Precise tanh(Precise x) {
        return bySignContinuous(x, size -> {
            Precise decay = exp(arithmetic.multiply(Precise.of(-2), size));
            return arithmetic.divide(arithmetic.subtract(Precise.ONE, decay), arithmetic.add(Precise.ONE, decay));
        });
    }

    /** As {@link #bySign}, where the formula also holds a little beyond 0. */
    private Precise bySignContinuous(Precise x, UnaryOperator<Precise> formula) {
        Integer sign = x.sign();
        return sign != null && sign < 0 ? arithmetic.negate(formula.apply(arithmetic.negate(x))) : formula.apply(x);
    }

    private Precise asinh(Precise x) {
        return bySignContinuous(x, size -> {
            Precise root = arithmetic.sqrt(arithmetic.add(Precise.ONE, arithmetic.square(size)));
            return ln(arithmetic.add(size, root));
        });
    }

    private Precise acosh(Precise x) {
        Integer order = arithmetic.compare(x, Precise.ONE);
        if (x instanceof Missing) {
            return x;
        }
        if (order == null) {
            return Missing.UNKNOWN;
        }
        if (order < 0) {
            return Missing.UNDEFINED;
        }
        Precise root = arithmetic.sqrt(
                arithmetic.multiply(arithmetic.subtract(x, Precise.ONE), arithmetic.add(x, Precise.ONE)));
        return ln(arithmetic.add(x, root));
    }

    private Precise atanh(Precise x) {
        Precise ratio = arithmetic.divide(arithmetic.add(Precise.ONE, x), arithmetic.subtract(Precise.ONE, x));
        return half(ln(ratio));
    }

    private Precise sigmoid(Precise x) {
        Integer sign = x.sign();
        if (sign != null && sign < 0) {
            Precise growth = exp(x);
            return arithmetic.divide(growth, arithmetic.add(Precise.ONE, growth));
        }
        return arithmetic.divide(Precise.ONE, arithmetic.add(Precise.ONE, exp(arithmetic.negate(x))));
    }

    private Precise relu(Precise x) {
        return arithmetic.max(x, Precise.ZERO);
    }

    /** x from 0 on, below it another value that vanishes at 0 too. */
    private Precise rectified(Precise x, Precise below) {
        Integer sign = x.sign();
        if (sign != null) {
            return sign >= 0 ? x : below;
        }
        return below instanceof Missing ? below : Precise.of(Ball.hull(x.ball(bits), below.ball(bits), bits));
    }

    private Precise normalCdf(Precise x) {
        if (Precise.ZERO.equals(x)) {
            return HALF;
        }
        Ball scaled = x.ball(bits + 16).divide(Ball.TWO.sqrt(bits + 16), bits + 16);
        return Precise.of(ErrorFunctionBalls.erfc(scaled.negate(), bits).scale(-1));
    }

    /** The odds, undefined unless 0 < p < 1. */
    private Precise between(Precise p, Precise odds) {
        Integer low = p.sign();
        Integer high = arithmetic.compare(p, Precise.ONE);
        if (low != null && low <= 0 || high != null && high >= 0) {
            return Missing.UNDEFINED;
        }
        return low == null || high == null ? Missing.UNKNOWN : odds;
    }

    private Precise mod(Precise x, Precise y) {
        Precise quotient = arithmetic.divide(x, y);
        return arithmetic.subtract(x, arithmetic.multiply(y, quotient instanceof Missing ? quotient : floor(quotient)));
    }

    private static Precise integers(Precise x, Precise y, BinaryOperator<BigInteger> operation) {
        if (x instanceof Exact(Rational m) && y instanceof Exact(Rational n)) {
            return m.isInteger() && n.isInteger()
                    ? new Exact(new Rational(operation.apply(m.numerator(), n.numerator()), BigInteger.ONE))
                    : Missing.UNDEFINED;
        }
        return notInteger(x) || notInteger(y) ? Missing.UNDEFINED : Missing.UNKNOWN;
    }

    private static boolean notInteger(Precise x) {
        return switch (x) {
            case Exact(Rational number) -> !number.isInteger();
            case Turn _ -> true;
            case Enclosed(Ball ball) -> ball.floor() != null && !ball.isExact();
            case Missing _ -> false;
        };
    }

    private static boolean pole(Precise x) {
        return x instanceof Exact(Rational number) && number.isInteger() && number.signum() <= 0;
    }

    private Precise gamma(Precise x) {
        if (x instanceof Missing) {
            return x;
        }
        if (pole(x)) {
            return Missing.UNDEFINED;
        }
        if (x instanceof Exact(Rational number)
                && number.isInteger()
                && number.numerator().bitLength() < 10
                && number.numerator().intValue() <= FACTORIAL) {
            BigInteger product = BigInteger.ONE;
            for (int i = 2; i < number.numerator().intValue(); i++) {
                product = product.multiply(BigInteger.valueOf(i));
            }
            return new Exact(new Rational(product, BigInteger.ONE));
        }
        return Precise.of(GammaBalls.gamma(x.ball(bits + 32), bits));
    }

    private Precise logGamma(Precise x) {
        if (pole(x)) {
            return Missing.UNDEFINED;
        }
        return Precise.ONE.equals(x) || TWO.equals(x)
                ? Precise.ZERO
                : Precise.of(GammaBalls.logGamma(x.ball(bits + 32), bits));
    }

    private Precise polygamma(Precise n, Precise x) {
        if (pole(x)) {
            return Missing.UNDEFINED;
        }
        if (!(n instanceof Exact(Rational order))) {
            return notInteger(n) ? Missing.UNDEFINED : Missing.UNKNOWN;
        }
        if (!order.isInteger() || order.signum() < 0 || order.compareTo(Rational.of(100)) > 0) {
            return Missing.UNDEFINED;
        }
        return Precise.of(GammaBalls.polygamma(order.numerator().intValue(), x.ball(bits + 32), bits));
    }

    private Precise beta(Precise x, Precise y) {
        if (pole(x) || pole(y)) {
            return Missing.UNDEFINED;
        }
        Precise sum = arithmetic.add(x, y);
        return pole(sum) ? Precise.ZERO : arithmetic.divide(arithmetic.multiply(gamma(x), gamma(y)), gamma(sum));
    }

    private Precise binomial(Precise n, Precise k) {
        if (k instanceof Exact(Rational integer) && integer.isInteger()) {
            return binomial(n, integer.numerator());
        }
        Precise above = arithmetic.add(n, Precise.ONE);
        if (pole(above)) {
            return Missing.UNDEFINED;
        }
        Precise low = arithmetic.add(k, Precise.ONE);
        Precise high = arithmetic.add(arithmetic.subtract(n, k), Precise.ONE);
        return pole(high)
                ? Precise.ZERO
                : arithmetic.divide(gamma(above), arithmetic.multiply(gamma(low), gamma(high)));
    }

    private Precise binomial(Precise n, BigInteger k) {
        if (k.signum() < 0) {
            return Precise.ZERO;
        }
        boolean integer = n instanceof Exact(Rational number) && number.isInteger();
        BigInteger steps = k;
        if (integer) {
            BigInteger from = ((Exact) n).number().numerator();
            if (from.signum() >= 0 && k.compareTo(from) > 0) {
                return Precise.ZERO;
            }
            if (from.signum() >= 0) {
                steps = k.min(from.subtract(k));
            }
        }
        if (steps.bitLength() > 16 || steps.intValue() > BINOMIAL) {
            return Missing.UNKNOWN;
        }
        Precise product = Precise.ONE;
        for (int i = 0; i < steps.intValue(); i++) {
            Precise factor = arithmetic.subtract(n, Precise.of(i));
            product = arithmetic.divide(arithmetic.multiply(product, factor), Precise.of(i + 1));
        }
        return product;
    }

    private static Precise truth(Precise x, Precise ifTrue, Precise ifFalse) {
        Integer sign = x.sign();
        return sign == null ? Missing.UNKNOWN : sign != 0 ? ifTrue : ifFalse;
    }

    private static Precise truth(Precise x, Precise y, boolean both) {
        Integer left = x.sign();
        Integer right = y.sign();
        boolean decided = left != null && (left != 0) != both || right != null && (right != 0) != both;
        if (decided) {
            return both ? Precise.ZERO : Precise.ONE;
        }
        return left == null || right == null ? Missing.UNKNOWN : both ? Precise.ONE : Precise.ZERO;
    }
}
