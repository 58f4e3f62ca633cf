package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A real algebraic number: the only root of a polynomial with simple roots in an open interval, or a rational number.
 *
 * @param polynomial changes its sign at the root
 * @param lower below the root; equal to the upper bound where the root is that number
 * @param upper above the root, no root itself unless equal to the lower bound
 */
public record RealRoot(Polynomial polynomial, Rational lower, Rational upper) implements Comparable<RealRoot> {

    /** @return the number itself where the interval shows it; other rational roots are found by factoring */
    public Optional<Rational> exactly() {
        return lower.equals(upper) ? Optional.of(lower) : Optional.empty();
    }

    /** @return the sign of the root minus x, exactly */
    public int compareTo(Rational x) {
        if (lower.equals(upper)) {
            return lower.compareTo(x);
        }
        if (x.compareTo(lower) <= 0) {
            return 1;
        }
        if (x.compareTo(upper) >= 0) {
            return -1;
        }
        int sign = polynomial.signAt(x);
        return sign == 0 ? 0 : sign == polynomial.signAt(upper) ? -1 : 1;
    }

    /** Of roots of one polynomial, whose intervals do not overlap. */
    @Override
    public int compareTo(RealRoot other) {
        return lower.add(upper).compareTo(other.lower.add(other.upper));
    }

    /** @return the root in an interval of half the width, or exactly */
    public RealRoot halved() {
        if (lower.equals(upper)) {
            return this;
        }
        Rational middle = lower.add(upper).divide(Rational.of(2));
        int side = compareTo(middle);
        return side == 0
                ? new RealRoot(polynomial, middle, middle)
                : side > 0 ? new RealRoot(polynomial, middle, upper) : new RealRoot(polynomial, lower, middle);
    }

    /** @return the nearest double, correctly rounded: the doubles are bisected by exact signs; infinite beyond the largest */
    public double nearest() {
        long below = order(Math.max(-Double.MAX_VALUE, Math.nextDown(lower.doubleValue())));
        long above = order(Math.min(Double.MAX_VALUE, Math.nextUp(upper.doubleValue())));
        while (above != below + 1) {
            long middle = (below & above) + ((below ^ above) >> 1); // the sum could overflow
            if (compareTo(exact(value(middle))) >= 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        double low = value(below);
        double high = value(above);
        if (compareTo(exact(high)) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (compareTo(exact(low)) < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        int side = compareTo(exact(low).add(exact(high)).divide(Rational.of(2)));
        return side > 0 || side == 0 && (Double.doubleToLongBits(low) & 1) == 1 ? high : low + 0.0;
    }

    /** Doubles counted through from the lowest to the highest. */
    private static long order(double x) {
        long bits = Double.doubleToLongBits(x + 0.0);
        return bits >= 0 ? bits : -(bits & Long.MAX_VALUE);
    }

    private static double value(long order) {
        return order >= 0 ? Double.longBitsToDouble(order) : -Double.longBitsToDouble(-order);
    }

    /** @return the binary fraction that a finite double is */
    public static Rational exact(double x) {
        if (x == 0) {
            return Rational.ZERO;
        }
        int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - (Double.PRECISION - 1);
        BigInteger mantissa = BigInteger.valueOf((long) Math.scalb(x, -exponent));
        return exponent >= 0
                ? new Rational(mantissa.shiftLeft(exponent), BigInteger.ONE)
                : new Rational(mantissa, BigInteger.ONE.shiftLeft(-exponent));
    }
}
