package org.mlmath.kit.array;

import java.math.BigInteger;

/** The first 128 bits of each power of ten that reading a double can meet, computed exactly once. */
final class PowersOfTen {
    static final int MIN = -348;
    static final int MAX = 347;
    private static final long[] HIGH = new long[MAX - MIN + 1];
    private static final long[] LOW = new long[MAX - MIN + 1];

    static {
        for (int q = MIN; q <= MAX; q++) {
            BigInteger power = leadingBits(q, 128);
            HIGH[q - MIN] = power.shiftRight(64).longValue();
            LOW[q - MIN] = power.longValue();
        }
    }

    private PowersOfTen() {}

    static long high(int q) {
        return HIGH[q - MIN];
    }

    static long low(int q) {
        return LOW[q - MIN];
    }

    /** @return ⌊10^q · 2^s⌋ with s such that it has exactly this many bits */
    static BigInteger leadingBits(int q, int bits) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(q));
        if (q >= 0) {
            int surplus = power.bitLength() - bits;
            return surplus >= 0 ? power.shiftRight(surplus) : power.shiftLeft(-surplus);
        }
        BigInteger quotient = BigInteger.ONE.shiftLeft(power.bitLength() + bits).divide(power);
        return quotient.shiftRight(quotient.bitLength() - bits);
    }
}
