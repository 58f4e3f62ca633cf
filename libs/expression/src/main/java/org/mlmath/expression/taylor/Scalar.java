package org.mlmath.expression.taylor;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.mlmath.expression.Function;
import org.mlmath.expression.Real;
import org.mlmath.expression.evaluate.ExactEvaluation;
import org.mlmath.numerics.exact.Rational;

/**
 * A number as exact as it can be.
 *
 * @param exact null where the number is irrational or has too many digits
 * @param value the nearest double of the exact number, or the rounded one
 */
record Scalar(Rational exact, double value) {
    static final Scalar ZERO = of(Rational.ZERO);
    static final Scalar ONE = of(Rational.ONE);

    /** Digits above which exactness is given up. */
    private static final int BITS = 4_000;

    static Scalar of(Rational exact) {
        boolean bearable =
                exact.numerator().bitLength() <= BITS && exact.denominator().bitLength() <= BITS;
        return new Scalar(bearable ? exact : null, exact.doubleValue());
    }

    static Scalar of(long integer) {
        return of(Rational.of(integer));
    }

    static Scalar rounded(double value) {
        return new Scalar(null, value);
    }

    /** @return the number that a coordinate stands for */
    static Scalar meant(double value) {
        return Double.isFinite(value)
                ? ExactEvaluation.meant(value).map(Scalar::of).orElse(rounded(value))
                : rounded(value);
    }

    boolean isZero() {
        return value == 0 && (exact == null || exact.signum() == 0);
    }

    boolean isOne() {
        return exact != null && exact.equals(Rational.ONE);
    }

    Scalar negate() {
        return new Scalar(exact == null ? null : exact.negate(), -value);
    }

    Scalar plus(Scalar other) {
        return combined(other, Rational::add, Double::sum);
    }

    Scalar times(Scalar other) {
        if (exact != null && exact.signum() == 0 && Double.isFinite(other.value)
                || other.exact != null && other.exact.signum() == 0 && Double.isFinite(value)) {
            return ZERO;
        }
        return combined(other, Rational::multiply, (a, b) -> a * b);
    }

    /** Undefined where the divisor is zero. */
    Scalar dividedBy(Scalar other) {
        return other.isZero() ? rounded(Double.NaN) : combined(other, Rational::divide, (a, b) -> a / b);
    }

    private Scalar combined(Scalar other, BinaryOperator<Rational> exactly, DoubleBinaryOperator rounding) {
        return exact != null && other.exact != null
                ? of(exactly.apply(exact, other.exact))
                : rounded(rounding.applyAsDouble(value, other.value));
    }

    Scalar power(Scalar exponent) {
        Rational root = exact == null || exponent.exact == null ? null : ExactFunction.power(exact, exponent.exact);
        return root == null ? rounded(Real.power(value, exponent.value)) : of(root);
    }

    /** The value of a function, exact where both the arguments and the value are rational. */
    static Scalar call(Function function, List<Scalar> arguments) {
        if (arguments.stream().allMatch(argument -> argument.exact != null)) {
            Rational value = ExactFunction.value(
                    function, arguments.stream().map(Scalar::exact).toList());
            if (value != null) {
                return of(value);
            }
        }
        double value = arguments.getFirst().value;
        if (function.unary()) {
            return rounded(function.at(value));
        }
        if (arguments.size() == 1) {
            return rounded(function.at(value, function.lastDefault()));
        }
        for (Scalar argument : arguments.subList(1, arguments.size())) {
            value = function.at(value, argument.value);
        }
        return rounded(value);
    }
}
