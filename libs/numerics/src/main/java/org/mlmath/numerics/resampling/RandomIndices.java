package org.mlmath.numerics.resampling;

/**
 * Uniform random indices: xoshiro256++ (D. Blackman and S. Vigna, ACM Trans. Math. Softw. 47 (2021), 36), seeded by SplitMix64, two
 * indices from each 64 bits by multiplication without bias (D. Lemire, ACM Trans. Model. Comput. Simul. 29 (2019), 3).
 */
final class RandomIndices {
    private static final long LOW = 0xFFFFFFFFL;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** @param stream which of the independent streams that belong to the seed */
    RandomIndices(long seed, long stream) {
        long state = mixed(seed) + stream * GOLDEN;
        s0 = mixed(state += GOLDEN);
        s1 = mixed(state += GOLDEN);
        s2 = mixed(state += GOLDEN);
        s3 = mixed(state + GOLDEN);
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    private long next() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Fills an array with indices from 0 to bound − 1. */
    void fill(int[] indices, int bound) {
        long n = bound;
        long threshold = (1L << 32) % n;
        // The state in local variables, which the compiler keeps in registers.
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        int i = 0;
        int length = indices.length;
        while (i < length) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            long shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = Long.rotateLeft(d, 45);
            long first = (bits >>> 32) * n;
            if ((first & LOW) >= threshold) {
                indices[i++] = (int) (first >>> 32);
            }
            long second = (bits & LOW) * n;
            if ((second & LOW) >= threshold && i < length) {
                indices[i++] = (int) (second >>> 32);
            }
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /** One index from 0 to bound − 1. */
    int index(int bound) {
        long n = bound;
        long threshold = (1L << 32) % n;
        while (true) {
            long product = (next() >>> 32) * n;
            if ((product & LOW) >= threshold) {
                return (int) (product >>> 32);
            }
        }
    }

    /** 64 fair coins. */
    long coins() {
        return next();
    }
}
