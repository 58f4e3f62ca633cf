package org.mlmath.numerics.linear;

import java.lang.foreign.MemorySegment;

/** Sums of moduli by OpenBLAS, several times as fast as a loop of Java's, which adds one after the other. */
final class Moduli {
    /** Entries for one call, some microseconds long: the garbage collector waits for it. */
    private static final int AT_ONCE = 1 << 15;

    private Moduli() {}

    /** @return Σ|aᵢⱼ|, which may overflow */
    static double sum(Matrix a) {
        return sum(MemorySegment.ofArray(a.values()), 0, a.values().length);
    }

    /** @return the largest sum in one of the lines that lie one behind the other: of columns the 1-norm, of rows the ∞-norm */
    static double largestSum(MemorySegment lines, int count, int length) {
        double largest = 0;
        for (int line = 0; line < count; line++) {
            largest = Math.max(largest, sum(lines, (long) line * length, length));
        }
        return largest;
    }

    private static double sum(MemorySegment entries, long from, int length) {
        double sum = 0;
        for (int start = 0; start < length; start += AT_ONCE) {
            sum += Lapack.asum(Math.min(AT_ONCE, length - start), entries.asSlice(8 * (from + start)));
        }
        return sum;
    }
}
