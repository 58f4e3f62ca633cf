package org.mlmath.numerics.ball;

import java.math.BigInteger;

/**
 * The error function and its complement on balls: a series of positive terms, e^(−x²) Σ 2ⁿx^(2n+1)/(1·3·…·(2n+1)), and far out the
 * asymptotic one, whose remainder is below its first omitted term. Source: NIST Digital Library of Mathematical Functions, 7.6 and
 * 7.12.
 */
public final class ErrorFunctionBalls {
    /** Arguments whose squares have more bits than this have no value here. */
    private static final int LARGEST = 17;

    private ErrorFunctionBalls() {}

    public static Ball erf(Ball x, int bits) {
        if (x.isZero()) {
            return x;
        }
        if (x.isWhole() || x.midpoint().isZero()) {
            return slope(Ball.ZERO, x);
        }
        if (x.midpoint().isNegative()) {
            return erf(x.negate(), bits).negate();
        }
        double size = x.doubleValue();
        if (size * size > 0.7 * bits + 8) {
            return Ball.ONE.subtract(erfc(x, bits), bits);
        }
        return slope(series(x.midpoint(), bits), x);
    }

    public static Ball erfc(Ball x, int bits) {
        if (x.isWhole() || !x.isPositive()) {
            return Ball.ONE.subtract(erf(x, bits), bits);
        }
        double size = x.doubleValue();
        if (x.magnitude() > LARGEST) {
            return Ball.ZERO.widen(Ball.ONE.scale(-(1L << 32)));
        }
        double square = size * size;
        Ball value;
        if (square > 0.7 * bits + 8) {
            value = asymptotic(x.midpoint(), bits);
        } else {
            // 1 − erf x loses the digits that e^(−x²) is below 1
            int working = bits + (int) (1.5 * square) + 16;
            value = Ball.ONE.subtract(series(x.midpoint(), working), bits);
        }
        return slope(value, x);
    }

    /** Widens a value at the midpoint by radius times the largest derivative, 2/√π·e^(−lower²). */
    private static Ball slope(Ball value, Ball x) {
        if (x.isExact()) {
            return value;
        }
        if (x.isWhole()) {
            return Ball.ZERO.widen(Ball.ONE);
        }
        Ball nearest = x.containsZero() ? Ball.ZERO : x.isPositive() ? x.lower() : x.upper();
        Ball density = ElementaryBalls.exp(nearest.multiply(nearest, 64).negate(), 32);
        return value.widen(density.multiply(x.radius(), 32).multiply(Ball.of(1.1284), 32));
    }

    /** 2/√π·e^(−x²)·x·Σ tₙ in fixed point, with tₙ = tₙ₋₁·2x²/(2n + 1) and t₀ = 1. */
    private static Ball series(Ball x, int bits) {
        int growth = (int) (1.5 * Math.pow(x.doubleValue(), 2)); // the sum is below e^(x²)
        int working = bits + 32;
        int places = working + growth + 32;
        Ball square = x.multiply(x, places + 64);
        BigInteger twice = square.fixed(places).shiftLeft(1).add(BigInteger.ONE);
        BigInteger term = BigInteger.ONE.shiftLeft(places);
        BigInteger sum = term;
        long n = 0;
        while (term.bitLength() > 2 || twice.shiftRight(places).longValue() > n) {
            n++;
            term = term.multiply(twice).shiftRight(places).divide(BigInteger.valueOf(2 * n + 1));
            sum = sum.add(term);
        }
        // Four units are lost per term; what follows a term multiplies that by at most the sum, or the number of terms.
        BigInteger error =
                BigInteger.valueOf(4 * (n + 4)).multiply(sum.shiftRight(places).add(BigInteger.valueOf(n + 4)));
        Ball total = Ball.rounded(sum, error, -places, working);
        Ball factor = ElementaryBalls.exp(x.multiply(x, 2 * places).negate(), working)
                .scale(1)
                .divide(ElementaryBalls.pi(working).sqrt(working), working);
        return total.multiply(x, working).multiply(factor, bits);
    }

    private static Ball asymptotic(Ball x, int bits) {
        int working = bits + 16;
        Ball square = x.multiply(x, working);
        Ball ratio = Ball.ONE.divide(square.scale(1), working);
        Ball term = Ball.ONE;
        Ball sum = Ball.ONE;
        for (long n = 1; ; n++) {
            Ball next = term.multiply(ratio, working).multiply(Ball.of(1 - 2 * n), working);
            if (next.magnitude() < -working || next.magnitude() > term.magnitude()) {
                sum = sum.widen(next);
                break;
            }
            term = next;
            sum = sum.add(term, working);
        }
        // x² has up to 2·17 bits before the point, which exp takes from the precision
        Ball exact = x.multiply(x, 2 * working + 256);
        return ElementaryBalls.exp(exact.negate(), working)
                .multiply(sum, working)
                .divide(x.multiply(ElementaryBalls.pi(working).sqrt(working), working), bits);
    }
}
