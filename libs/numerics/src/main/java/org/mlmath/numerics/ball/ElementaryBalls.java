package org.mlmath.numerics.ball;

import java.math.BigInteger;

/**
 * exp, ln, the trigonometric functions and their inverses on balls.
 *
 * <p>Each is computed at the midpoint, in fixed point after reducing the argument, with the rounding of every step counted; the
 * argument's radius goes through a bound of the derivative. Outside a function's domain, and where a ball reaches over its
 * border, the result is {@link Ball#WHOLE}. Source: Brent and Zimmermann, <i>Modern Computer Arithmetic</i>, ch. 4.
 */
public final class ElementaryBalls {
    /** Exponentials of more than 2^36 are not followed. */
    private static final int LARGEST_EXPONENT = 36;

    /** Angles above 2^15 bits are not reduced: their sines are anything from −1 to 1. */
    private static final int LARGEST_ANGLE = 1 << 15;

    /** Arguments below 2^−20 have short series as they are. */
    private static final int SMALL = -20;

    private ElementaryBalls() {}

    public static Ball pi(int bits) {
        int places = bits + 8;
        return Ball.rounded(Constants.pi(places), BigInteger.ONE, -places, bits);
    }

    public static Ball ln2(int bits) {
        int places = bits + 8;
        return Ball.rounded(Constants.ln2(places), BigInteger.ONE, -places, bits);
    }

    public static Ball exp(Ball x, int bits) {
        if (x.isZero()) {
            return Ball.ONE;
        }
        if (x.isWhole()) {
            return x;
        }
        if (x.magnitude() > LARGEST_EXPONENT) {
            // For large negative numbers: between 0 and 2^−2^35
            return x.isNegative() ? Ball.ZERO.widen(Ball.ONE.scale(-(1L << LARGEST_EXPONENT - 1))) : Ball.WHOLE;
        }
        if (x.radius().magnitude() > -2) {
            return Ball.hull(exp(x.lower(), bits), exp(x.upper(), bits), bits);
        }
        Ball value = expOfMidpoint(x, bits);
        // e^r − 1 < 2r for r < 1
        return x.isExact() ? value : value.widen(value.multiply(x.radius().scale(1), bits));
    }

    private static Ball expOfMidpoint(Ball x, int bits) {
        double size = x.midpoint().doubleValue();
        long k = Math.round(size / 0.6931471805599453);
        int halvings = (int) (0.8 * Math.sqrt(bits)) + 2;
        int places = bits + 2 * halvings + 24;
        int finer = 66 - Long.numberOfLeadingZeros(Math.abs(k));
        // within 2: x is rounded down, and k times the error of ln 2 is below one
        BigInteger rest = x.fixed(places + finer)
                .subtract(Constants.ln2(places + finer).multiply(BigInteger.valueOf(k)))
                .shiftRight(finer);
        BigInteger small = rest.shiftRight(halvings);
        BigInteger one = BigInteger.ONE.shiftLeft(places);
        BigInteger sum = one;
        BigInteger term = one;
        int terms = 1;
        for (; term.bitLength() > 1; terms++) {
            term = term.multiply(small).shiftRight(places).divide(BigInteger.valueOf(terms));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum).shiftRight(places);
        }
        // Two units per term, and 3 of the argument; each squaring doubles the relative error and adds a unit.
        BigInteger error = BigInteger.valueOf(2L * terms + 16).shiftLeft(halvings + 1);
        return Ball.rounded(sum, error, k - places, bits);
    }

    /** @return e^x − 1 without cancellation for small x */
    public static Ball expm1(Ball x, int bits) {
        long size = x.magnitude();
        if (size == Long.MIN_VALUE) {
            return Ball.ZERO;
        }
        if (size < -2L * bits) {
            // x ± x²
            return x.widen(x.multiply(x, bits));
        }
        int extra = size < 0 ? (int) -size : 0;
        return exp(x, bits + extra).subtract(Ball.ONE, bits + extra);
    }

    /** @return the natural logarithm of a ball of positive numbers */
    public static Ball ln(Ball x, int bits) {
        if (!x.isPositive()) {
            return Ball.WHOLE;
        }
        Ball mid = x.midpoint();
        Ball value = lnOfExact(mid, bits);
        return x.isExact() ? value : value.widen(x.radius().divide(x.lower(), 32));
    }

    private static Ball lnOfExact(Ball x, int bits) {
        long power = x.magnitude();
        Ball fraction = x.scale(-power); // in [1/2, 1)
        if (fraction.doubleValue() < 0.7071067811865476) {
            power--;
            fraction = fraction.scale(1);
        }
        Ball above = fraction.subtract(Ball.ONE, bits + 64 + (int) Math.min(1 << 20, Math.abs(power)));
        if (above.isZero()) {
            return power == 0 ? Ball.ZERO : ln2(bits + 64).multiply(Ball.of(power), bits);
        }
        int working = bits + 24 + (power == 0 ? 0 : 66 - Long.numberOfLeadingZeros(Math.abs(power)));
        Ball start = above.magnitude() < SMALL ? Ball.ZERO : Ball.of(Math.log(fraction.doubleValue()));
        // fraction·e^(−start) is so close to 1 that the series 2 atanh w, w = (z − 1)/(z + 1), is short
        Ball near = start.isZero() ? fraction : fraction.multiply(exp(start.negate(), working + 64), working + 64);
        Ball distance = start.isZero() ? above : near.subtract(Ball.ONE, working + 64);
        Ball w = distance.divide(near.add(Ball.ONE, working + 64), working);
        Ball value = inverseTangentSeries(w, working, false).scale(1).add(start, working);
        return power == 0
                ? value.add(Ball.ZERO, bits)
                : value.add(ln2(working).multiply(Ball.of(power), working), bits);
    }

    /** w ∓ w³/3 + w⁵/5 ∓ … of small w, with a bound of what is left out. */
    private static Ball inverseTangentSeries(Ball w, int bits, boolean alternating) {
        if (w.isZero()) {
            return w;
        }
        long end = w.magnitude() - bits - 4;
        Ball square = w.multiply(w, bits);
        Ball power = w;
        Ball sum = w;
        for (long k = 3; ; k += 2) {
            power = power.multiply(square, bits);
            Ball term = power.divide(Ball.of(k), bits);
            if (term.isWhole()) {
                return term;
            }
            if (term.magnitude() < end) {
                return sum.widen(term.scale(1));
            }
            sum = alternating && k % 4 == 3 ? sum.subtract(term, bits) : sum.add(term, bits);
            if (k > 8L * bits) {
                return Ball.WHOLE; // the argument's radius is not small
            }
        }
    }

    public static Ball sin(Ball x, int bits) {
        return sinAndCos(x, bits)[0];
    }

    public static Ball cos(Ball x, int bits) {
        return sinAndCos(x, bits)[1];
    }

    /** @return sin x and cos x */
    public static Ball[] sinAndCos(Ball x, int bits) {
        if (x.isZero()) {
            return new Ball[] {Ball.ZERO, Ball.ONE};
        }
        Ball any = Ball.ZERO.widen(Ball.ONE);
        if (x.isWhole() || x.magnitude() > LARGEST_ANGLE || x.radius().magnitude() > 0) {
            return new Ball[] {any, any};
        }
        Ball mid = x.midpoint();
        Ball[] values;
        if (mid.magnitude() < -bits) {
            // x ± x³, 1 ± x²
            Ball square = mid.multiply(mid, 32);
            values = new Ball[] {mid.isZero() ? mid : mid.widen(square.multiply(mid, 32)), Ball.ONE.widen(square)};
        } else {
            values = sinAndCosOfExact(mid, bits);
        }
        return x.isExact() ? values : new Ball[] {values[0].widen(x.radius()), values[1].widen(x.radius())};
    }

    private static Ball[] sinAndCosOfExact(Ball x, int bits) {
        long magnitude = x.magnitude();
        int halvings = (int) (0.6 * Math.sqrt(bits)) + 2;
        int places = bits + 2 * halvings + 24 + (int) Math.max(0, -magnitude);
        int finer = (int) Math.max(0, magnitude) + 4;
        BigInteger halfPi = Constants.pi(places + finer - 1);
        BigInteger fixed = x.fixed(places + finer);
        BigInteger[] turns = fixed.shiftLeft(1).add(halfPi).divideAndRemainder(halfPi.shiftLeft(1));
        BigInteger quarter = turns[1].signum() < 0 ? turns[0].subtract(BigInteger.ONE) : turns[0];
        // within 2, and at most a little above π/4 in modulus
        BigInteger rest = fixed.subtract(quarter.multiply(halfPi)).shiftRight(finer + halvings);
        BigInteger one = BigInteger.ONE.shiftLeft(places);
        BigInteger sin = rest;
        BigInteger cos = one;
        BigInteger term = rest;
        int terms = 2;
        for (; term.bitLength() > 1; terms++) {
            term = term.multiply(rest).shiftRight(places).divide(BigInteger.valueOf(terms));
            switch (terms % 4) {
                case 0 -> cos = cos.add(term);
                case 1 -> sin = sin.add(term);
                case 2 -> cos = cos.subtract(term);
                default -> sin = sin.subtract(term);
            }
        }
        for (int i = 0; i < halvings; i++) {
            BigInteger product = sin.multiply(cos).shiftRight(places - 1);
            cos = cos.multiply(cos).subtract(sin.multiply(sin)).shiftRight(places);
            sin = product;
        }
        // A squaring of cos + i sin doubles its error and adds three units.
        BigInteger error = BigInteger.valueOf(2L * terms + 24).shiftLeft(halvings + 1);
        Ball s = Ball.rounded(sin, error, -places, bits);
        Ball c = Ball.rounded(cos, error, -places, bits);
        return switch (quarter.intValue() & 3) {
            case 0 -> new Ball[] {s, c};
            case 1 -> new Ball[] {c, s.negate()};
            case 2 -> new Ball[] {s.negate(), c.negate()};
            default -> new Ball[] {c.negate(), s};
        };
    }

    public static Ball atan(Ball x, int bits) {
        if (x.isZero()) {
            return x;
        }
        if (x.isWhole()) {
            // Everything lies between −π/2 and π/2.
            return Ball.ZERO.widen(pi(32).scale(-1));
        }
        if (x.magnitude() > 30 && !x.containsZero()) {
            Ball rest = atan(Ball.ONE.divide(x, bits), bits);
            Ball quarter = pi(bits).scale(-1);
            return (x.isPositive() ? quarter : quarter.negate()).subtract(rest, bits);
        }
        Ball value = atanOfExact(x.midpoint(), bits + 8);
        // The derivative is at most 1.
        return x.isExact() ? value : value.widen(x.radius());
    }

    private static Ball atanOfExact(Ball x, int bits) {
        if (x.isZero() || x.magnitude() < SMALL) {
            return inverseTangentSeries(x, bits, true);
        }
        Ball start = Ball.of(Math.atan(x.doubleValue()));
        Ball[] angle = sinAndCos(start, bits + 64);
        Ball numerator = x.multiply(angle[1], bits + 64).subtract(angle[0], bits + 64);
        Ball denominator = angle[1].add(x.multiply(angle[0], bits + 64), bits);
        return start.add(inverseTangentSeries(numerator.divide(denominator, bits), bits, true), bits);
    }

    /** @return the arc sine; needs −1 < x < 1 throughout, or x exactly ±1 */
    public static Ball asin(Ball x, int bits) {
        Ball cosine =
                Ball.ONE.subtract(x, bits).multiply(Ball.ONE.add(x, bits), bits).sqrt(bits);
        if (cosine.isZero()) {
            return x.isPositive() ? pi(bits).scale(-1) : pi(bits).scale(-1).negate();
        }
        return cosine.isPositive() ? atan(x.divide(cosine, bits), bits) : Ball.WHOLE;
    }

    /** @return the arc cosine, 2 atan √((1 − x)/(1 + x)), which keeps its digits near x = 1 */
    public static Ball acos(Ball x, int bits) {
        Ball above = Ball.ONE.add(x, bits);
        if (above.isZero()) {
            return pi(bits);
        }
        Ball below = Ball.ONE.subtract(x, bits);
        if (!above.isPositive() || !(below.isPositive() || below.isZero())) {
            return Ball.WHOLE;
        }
        return atan(below.divide(above, bits).sqrt(bits), bits).scale(1);
    }

    /** @return x^y for positive x */
    public static Ball power(Ball x, Ball y, int bits) {
        int extra = (int) Math.clamp(y.magnitude(), 0L, 64L);
        return exp(y.multiply(ln(x, bits + extra), bits + extra), bits);
    }
}
