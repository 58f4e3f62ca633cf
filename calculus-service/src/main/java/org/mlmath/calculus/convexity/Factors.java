package org.mlmath.calculus.convexity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Function;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.numerics.exact.Rational;

/** A product taken apart: a number, an exponential and powers of different bases. */
final class Factors {
    private static final Rational MINUS_ONE = Rational.of(-1);

    private final Composition ranges;

    /** The number. */
    Interval coefficient = Interval.point(1);

    /** The same exactly, null where it is not rational. */
    Rational exact = Rational.ONE;

    /** What stands in exponents of the exponential, added up. */
    final List<Expression> exponents = new ArrayList<>();

    /** The exponent of each base. */
    final Map<Expression, Rational> powers = new LinkedHashMap<>();

    private Factors(Composition ranges) {
        this.ranges = ranges;
    }

    /** @return null where an exponent is neither rational nor over a positive base, or where something cancels that could be 0 */
    static Factors of(Expression product, Composition ranges) {
        Factors factors = new Factors(ranges);
        return factors.take(product, Rational.ONE) ? factors : null;
    }

    private boolean take(Expression factor, Rational power) {
        if (factor.variables().isEmpty()) {
            multiply(factor, power);
            Interval value = IntervalFunction.constant(factor);
            if (power.isInteger() && power.abs().equals(Rational.ONE)) {
                if (value.isEmpty() || power.signum() < 0 && value.contains(0)) {
                    return false;
                }
                coefficient = power.signum() > 0 ? coefficient.multiply(value) : coefficient.divide(value);
                return true;
            }
            if (!(value.lower() > 0)) {
                return false;
            }
            // Only its sign matters, which is that of the number itself.
            coefficient = coefficient.multiply(new Interval(Double.MIN_VALUE, Double.POSITIVE_INFINITY));
            return true;
        }
        return switch (factor) {
            case Negate(Expression operand)
            when power.isInteger() -> {
                if (power.numerator().testBit(0)) {
                    coefficient = coefficient.negate();
                    exact = exact == null ? null : exact.negate();
                }
                yield take(operand, power);
            }
            case Product(List<Expression> factors)
            when power.isInteger() || allPositive(factors) -> factors.stream().allMatch(each -> take(each, power));
            case Quotient(Expression above, Expression below)
            when power.isInteger() || allPositive(List.of(above, below)) ->
                take(above, power) && take(below, power.multiply(MINUS_ONE));
            case Call(Function function, List<Expression> arguments)
            when function == Function.EXP -> exponential(arguments.getFirst(), power);
            case Call(Function function, List<Expression> arguments)
            when function == Function.SQRT ->
                raised(arguments.getFirst(), new Rational(BigInteger.ONE, BigInteger.TWO), power, factor);
            case Power(Expression base, Expression exponent) -> power(base, exponent, power, factor);
            default -> merge(factor, power);
        };
    }

    private void multiply(Expression number, Rational power) {
        Optional<Rational> value = exact == null || !power.abs().equals(Rational.ONE)
                ? Optional.empty()
                : AffineForm.number(number).filter(found -> found.signum() != 0);
        exact = value.map(found -> power.signum() > 0 ? exact.multiply(found) : exact.divide(found))
                .orElse(null);
    }

    private boolean allPositive(List<Expression> expressions) {
        return expressions.stream().allMatch(each -> ranges.range(each).lower() >= 0);
    }

    private boolean power(Expression base, Expression exponent, Rational power, Expression whole) {
        if (exponent.variables().isEmpty()) {
            Optional<Rational> p = AffineForm.number(exponent);
            return p.isPresent() ? raised(base, p.get(), power, whole) : merge(whole, power);
        }
        if (base == Constant.E) {
            return exponential(exponent, power);
        }
        return ranges.range(base).lower() > 0
                && exponential(new Product(List.of(exponent, Call.of(Function.LN, base))), power);
    }

    /** (uᵖ)^q is u^(p·q) where q is an integer or u is not negative. */
    private boolean raised(Expression base, Rational inner, Rational outer, Expression whole) {
        boolean merges = outer.isInteger() || ranges.range(base).lower() >= 0;
        return merges && inner.signum() != 0 ? take(base, inner.multiply(outer)) : merge(whole, outer);
    }

    private boolean exponential(Expression exponent, Rational power) {
        exponents.add(
                power.equals(Rational.ONE) ? exponent : new Product(List.of(AlgebraicRoots.number(power), exponent)));
        return true;
    }

    private boolean merge(Expression base, Rational power) {
        Rational before = powers.get(base);
        if (before == null) {
            powers.put(base, power);
            return true;
        }
        if (before.signum() != power.signum() && ranges.range(base).contains(0)) {
            return false; // x/x is not defined at 0
        }
        Rational sum = before.add(power);
        if (!before.isInteger() && sum.isInteger() && !(ranges.range(base).lower() >= 0)) {
            return false; // √x·√x is not defined for negative x
        }
        if (sum.signum() == 0) {
            powers.remove(base);
        } else {
            powers.put(base, sum);
        }
        return true;
    }
}
