package org.mlmath.numerics.exact;

import java.math.BigInteger;

/** The primes just below 2³¹, largest first: products of two residues fit a long. */
final class Primes {
    private static final int[] DESCENDING = new int[4096];
    private static int known;

    private Primes() {}

    /** How many there are at most: together they bound minors of some 126,000 bits. */
    static int count() {
        return DESCENDING.length;
    }

    /** Every one of them is larger than 2^this. */
    static double log2() {
        return 30.9;
    }

    static synchronized int get(int index) {
        while (known <= index) {
            int candidate = known == 0 ? Integer.MAX_VALUE : DESCENDING[known - 1] - 2; // 2³¹ − 1 is the first
            while (!BigInteger.valueOf(candidate).isProbablePrime(60)) {
                candidate -= 2;
            }
            DESCENDING[known++] = candidate;
        }
        return DESCENDING[index];
    }

    static long inverse(long value, long prime) {
        long result = 1;
        long power = value;
        for (long exponent = prime - 2; exponent > 0; exponent >>= 1) { // Fermat
            if ((exponent & 1) == 1) {
                result = result * power % prime;
            }
            power = power * power % prime;
        }
        return result;
    }

    static long residue(BigInteger value, int prime) {
        if (value.bitLength() < Long.SIZE) {
            return Math.floorMod(value.longValue(), (long) prime);
        }
        return value.mod(BigInteger.valueOf(prime)).longValue();
    }
}
