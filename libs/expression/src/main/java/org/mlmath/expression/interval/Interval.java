package org.mlmath.expression.interval;

import java.math.BigDecimal;

/**
 * All real numbers from a lower to an upper bound; an infinite bound means there is none, infinity itself is not among them.
 *
 * @param lower not +∞ unless empty
 * @param upper not −∞ unless empty
 */
public record Interval(double lower, double upper) {
    public static final Interval EMPTY = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Interval ZERO = point(0);
    static final Interval ONE = point(1);
    /** Math.PI is below π. */
    static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI));

    static final Interval HALF_PI = new Interval(Math.PI / 2, Math.nextUp(Math.PI / 2));
    /** Math.E is below e. */
    static final Interval E = new Interval(Math.E, Math.nextUp(Math.E));

    public Interval {
        if (lower != lower || upper != upper) {
            throw new IllegalArgumentException("a bound is not a number");
        }
        if (lower > upper || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            lower = Double.POSITIVE_INFINITY;
            upper = Double.NEGATIVE_INFINITY;
        }
        // Without the sign of zero, equal intervals are equal records.
        lower += 0.0;
        upper += 0.0;
    }

    public static Interval point(double value) {
        return new Interval(value, value);
    }

    /** @return the smallest interval around a decimal number */
    public static Interval around(BigDecimal value) {
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest)) {
            return nearest > 0 ? new Interval(Double.MAX_VALUE, nearest) : new Interval(nearest, -Double.MAX_VALUE);
        }
        int side = new BigDecimal(nearest).compareTo(value);
        return new Interval(side > 0 ? Math.nextDown(nearest) : nearest, side < 0 ? Math.nextUp(nearest) : nearest);
    }

    public boolean isEmpty() {
        return lower > upper;
    }

    public boolean isPoint() {
        return lower == upper;
    }

    public boolean isBounded() {
        return lower >= -Double.MAX_VALUE && upper <= Double.MAX_VALUE;
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** @return whether all of the other lies inside, its bounds not on this one's */
    public boolean containsInside(Interval other) {
        return other.isEmpty() || lower < other.lower && other.upper < upper;
    }

    public boolean contains(Interval other) {
        return other.isEmpty() || lower <= other.lower && other.upper <= upper;
    }

    public boolean intersects(Interval other) {
        return Math.max(lower, other.lower) <= Math.min(upper, other.upper);
    }

    public Interval intersect(Interval other) {
        return new Interval(Math.max(lower, other.lower), Math.min(upper, other.upper));
    }

    /** @return the smallest interval that holds both */
    public Interval hull(Interval other) {
        return isEmpty()
                ? other
                : other.isEmpty() ? this : new Interval(Math.min(lower, other.lower), Math.max(upper, other.upper));
    }

    /** @return an upper bound of the difference of the bounds */
    public double width() {
        return isEmpty() ? 0 : Rounding.addUp(upper, -lower);
    }

    /** @return a number near the middle, finite and inside */
    public double midpoint() {
        if (lower == Double.NEGATIVE_INFINITY) {
            return upper == Double.POSITIVE_INFINITY ? 0 : upper > 0 ? -1 : Math.max(2 * upper - 1, -Double.MAX_VALUE);
        }
        if (upper == Double.POSITIVE_INFINITY) {
            return lower < 0 ? 1 : Math.min(2 * lower + 1, Double.MAX_VALUE);
        }
        double middle = lower + 0.5 * (upper - lower);
        return Double.isFinite(middle) ? Math.clamp(middle, lower, upper) : 0.5 * lower + 0.5 * upper;
    }

    /** @return the largest modulus */
    public double magnitude() {
        return isEmpty() ? 0 : Math.max(Math.abs(lower), Math.abs(upper));
    }

    /** @return the smallest modulus */
    public double mignitude() {
        return contains(0) ? 0 : Math.min(Math.abs(lower), Math.abs(upper));
    }

    public Interval negate() {
        return isEmpty() ? this : new Interval(-upper, -lower);
    }

    public Interval add(Interval other) {
        return isEmpty() || other.isEmpty()
                ? EMPTY
                : new Interval(Rounding.addDown(lower, other.lower), Rounding.addUp(upper, other.upper));
    }

    public Interval subtract(Interval other) {
        return add(other.negate());
    }

    public Interval multiply(Interval other) {
        if (isEmpty() || other.isEmpty()) {
            return EMPTY;
        }
        double least = Math.min(
                Math.min(Rounding.multiplyDown(lower, other.lower), Rounding.multiplyDown(lower, other.upper)),
                Math.min(Rounding.multiplyDown(upper, other.lower), Rounding.multiplyDown(upper, other.upper)));
        double most = Math.max(
                Math.max(Rounding.multiplyUp(lower, other.lower), Rounding.multiplyUp(lower, other.upper)),
                Math.max(Rounding.multiplyUp(upper, other.lower), Rounding.multiplyUp(upper, other.upper)));
        return new Interval(least, most);
    }

    /** @return all quotients by numbers other than zero */
    public Interval divide(Interval other) {
        if (isEmpty() || other.isEmpty() || other.lower == 0 && other.upper == 0) {
            return EMPTY;
        }
        if (lower == 0 && upper == 0) {
            return ZERO;
        }
        if (other.lower < 0 && other.upper > 0) {
            return ENTIRE;
        }
        if (other.upper <= 0) {
            return negate().divide(other.negate());
        }
        // The divisor is positive but for a bound of zero, by which a quotient grows without bound.
        boolean open = other.lower == 0;
        double least = lower >= 0
                ? Rounding.divideDown(lower, other.upper)
                : open ? Double.NEGATIVE_INFINITY : Rounding.divideDown(lower, other.lower);
        double most = upper <= 0
                ? Rounding.divideUp(upper, other.upper)
                : open ? Double.POSITIVE_INFINITY : Rounding.divideUp(upper, other.lower);
        return new Interval(least, most);
    }

    public Interval square() {
        return power(2);
    }

    /** @param exponent at least 0; x⁰ is 1 */
    Interval power(long exponent) {
        if (isEmpty() || exponent == 1) {
            return this;
        }
        if (exponent == 0) {
            return ONE;
        }
        if (exponent % 2 == 0) {
            return new Interval(Rounding.powerDown(mignitude(), exponent), Rounding.powerUp(magnitude(), exponent));
        }
        return new Interval(
                lower >= 0 ? Rounding.powerDown(lower, exponent) : -Rounding.powerUp(-lower, exponent),
                upper >= 0 ? Rounding.powerUp(upper, exponent) : -Rounding.powerDown(-upper, exponent));
    }

    public Interval abs() {
        return isEmpty() ? this : new Interval(mignitude(), magnitude());
    }

    @Override
    public String toString() {
        return isEmpty() ? "empty" : "[" + lower + ", " + upper + "]";
    }
}
