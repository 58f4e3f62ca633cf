package org.mlmath.numerics.ball;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** π and ln 2 in fixed point, remembered for the precisions that have been asked for. */
final class Constants {
    private static final int STEP = 256;
    /** More than the summing of the series below rounds away. */
    private static final int GUARD = 32;

    private static final ConcurrentHashMap<Integer, BigInteger> PI = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Integer, BigInteger> LN_2 = new ConcurrentHashMap<>();

    private Constants() {}

    /** @return π·2^places, within 1 */
    static BigInteger pi(int places) {
        // Machin: π/4 = 4 atan(1/5) − atan(1/239)
        return cached(PI, places, p -> inverseTangent(5, p, false)
                .shiftLeft(2)
                .subtract(inverseTangent(239, p, false))
                .shiftLeft(2));
    }

    /** @return ln 2·2^places, within 1 */
    static BigInteger ln2(int places) {
        // ln 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749)
        return cached(LN_2, places, p -> inverseTangent(26, p, true)
                .multiply(BigInteger.valueOf(18))
                .subtract(inverseTangent(4801, p, true).shiftLeft(1))
                .add(inverseTangent(8749, p, true).shiftLeft(3)));
    }

    private static BigInteger cached(
            ConcurrentHashMap<Integer, BigInteger> known, int places, IntFunction<BigInteger> compute) {
        int rounded = (places / STEP + 1) * STEP;
        BigInteger value =
                known.computeIfAbsent(rounded, p -> compute.apply(p + GUARD).shiftRight(GUARD));
        return value.shiftRight(rounded - places);
    }

    /** atan(1/n), or atanh(1/n), in fixed point; each term is rounded by less than 1. */
    private static BigInteger inverseTangent(int n, int places, boolean hyperbolic) {
        BigInteger square = BigInteger.valueOf((long) n * n);
        BigInteger power = BigInteger.ONE.shiftLeft(places).divide(BigInteger.valueOf(n));
        BigInteger sum = BigInteger.ZERO;
        for (long k = 1; power.signum() != 0; k += 2) {
            BigInteger term = power.divide(BigInteger.valueOf(k));
            sum = hyperbolic || k % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(square);
        }
        return sum;
    }
}
