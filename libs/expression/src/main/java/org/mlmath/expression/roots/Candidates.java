package org.mlmath.expression.roots;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RealRoot;

/** Numbers that can be written down, tried as zeros: the simplest fraction in an interval, and the simplest multiple of π. */
public final class Candidates {
    /** Fractions with larger denominators are found in any interval of doubles. */
    private static final long DENOMINATOR = 10_000;

    private static final long PARTS_OF_PI = 120;
    private static final int BITS = 192;
    private static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI));

    private Candidates() {}

    /** @return such a number in the interval at which the function is zero, without rounding */
    static Optional<Expression> zero(Expression function, String variable, Interval interval, Deadline deadline) {
        if (!interval.isBounded()) {
            return Optional.empty();
        }
        Rational fraction = simplest(wide(interval));
        if (fits(fraction, DENOMINATOR) && isZero(function, variable, new Precise.Exact(fraction), deadline)) {
            return Optional.of(AlgebraicRoots.number(fraction));
        }
        Rational turns = simplest(wide(interval.divide(PI)));
        if (turns.signum() != 0
                && fits(turns, PARTS_OF_PI)
                && isZero(function, variable, new Precise.Turn(turns), deadline)) {
            return Optional.of(turns(turns));
        }
        return Optional.empty();
    }

    /** @return such a point in the box at which all functions are zero, without rounding, by variable */
    public static Optional<Map<String, Expression>> zero(
            List<Expression> functions, List<String> variables, Interval[] box, Deadline deadline) {
        Map<String, Expression> names = new LinkedHashMap<>();
        Map<String, Precise> point = new HashMap<>();
        for (int i = 0; i < box.length; i++) {
            Rational fraction = simplest(wide(box[i]));
            Rational turns = simplest(wide(box[i].divide(PI)));
            if (fits(fraction, DENOMINATOR)) {
                names.put(variables.get(i), AlgebraicRoots.number(fraction));
                point.put(variables.get(i), new Precise.Exact(fraction));
            } else if (fits(turns, PARTS_OF_PI)) {
                names.put(variables.get(i), turns(turns));
                point.put(variables.get(i), new Precise.Turn(turns));
            } else {
                return Optional.empty();
            }
        }
        for (Expression function : functions) {
            if (!(HighPrecision.within(function, point, BITS, deadline) instanceof Precise.Exact(Rational value)
                    && value.signum() == 0)) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    /** @return the double of the fraction in the interval that has the smallest denominator */
    public static double simplestNumber(Interval interval) {
        return simplest(wide(interval)).doubleValue();
    }

    private static boolean isZero(Expression function, String variable, Precise point, Deadline deadline) {
        return HighPrecision.within(function, Map.of(variable, point), BITS, deadline)
                        instanceof Precise.Exact(Rational value)
                && value.signum() == 0;
    }

    /** A zero's last double is not exact: a place on either side. */
    private static Interval wide(Interval interval) {
        return new Interval(Math.nextDown(interval.lower()), Math.nextUp(interval.upper()));
    }

    private static boolean fits(Rational value, long denominator) {
        return value.denominator().compareTo(BigInteger.valueOf(denominator)) <= 0;
    }

    /** The fraction with the smallest denominator: the continued fractions of both ends as far as they agree. */
    private static Rational simplest(Interval interval) {
        if (interval.contains(0)) {
            return Rational.ZERO;
        }
        return interval.upper() < 0
                ? simplest(RealRoot.exact(-interval.upper()), RealRoot.exact(-interval.lower()))
                        .negate()
                : simplest(RealRoot.exact(interval.lower()), RealRoot.exact(interval.upper()));
    }

    private static Rational simplest(Rational lower, Rational upper) {
        BigInteger floor = lower.numerator().divide(lower.denominator());
        Rational whole = new Rational(floor, BigInteger.ONE);
        if (lower.equals(whole)) {
            return whole;
        }
        Rational next = whole.add(Rational.ONE);
        if (upper.compareTo(next) >= 0) {
            return next;
        }
        Rational rest =
                simplest(Rational.ONE.divide(upper.subtract(whole)), Rational.ONE.divide(lower.subtract(whole)));
        return whole.add(Rational.ONE.divide(rest));
    }

    private static Expression turns(Rational value) {
        BigInteger times = value.numerator().abs();
        Expression size =
                times.equals(BigInteger.ONE) ? Constant.PI : new Product(List.of(integer(times), Constant.PI));
        if (!value.isInteger()) {
            size = new Quotient(size, integer(value.denominator()));
        }
        return value.signum() < 0 ? new Negate(size) : size;
    }

    private static Expression integer(BigInteger value) {
        return Expressions.number(new BigDecimal(value));
    }
}
