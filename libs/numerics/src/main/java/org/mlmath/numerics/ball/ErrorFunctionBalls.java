package org.mlmath.numerics.ball;

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

    private static Ball series(Ball x, int bits) {
        int working = bits + 24;
        Ball square = x.multiply(x, working);
        Ball twice = square.scale(1);
        Ball term = x;
        Ball sum = x;
        long end = x.magnitude() - working;
        for (long n = 1; ; n++) {
            term = term.multiply(twice, working).divide(Ball.of(2 * n + 1), working);
            sum = sum.add(term, working);
            // From here on each term is less than half of the one before.
            if (term.isWhole()
                    || (term.magnitude() < end && twice.magnitude() + 1 < 63 - Long.numberOfLeadingZeros(2 * n + 3))) {
                sum = sum.widen(term.scale(1));
                break;
            }
        }
        Ball factor = ElementaryBalls.exp(square.negate(), working)
                .scale(1)
                .divide(ElementaryBalls.pi(working).sqrt(working), working);
        return sum.multiply(factor, bits);
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
