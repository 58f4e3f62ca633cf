package org.mlmath.numerics.optimization.program;

/** The exponents of some numbers, of those that are neither zero nor infinite: by which power of two all are to be divided. */
final class Exponents {
    /** Sizes between 2^±this are left as they are. */
    private static final int MODERATE = 20;

    private int smallest = Integer.MAX_VALUE;
    private int largest = Integer.MIN_VALUE;

    /** Of the number times 2^shift. */
    void add(double value, int shift) {
        if (value != 0 && !Double.isInfinite(value)) {
            smallest = Math.min(smallest, Math.getExponent(value) + shift);
            largest = Math.max(largest, Math.getExponent(value) + shift);
        }
    }

    /** @return of the largest, 0 where that is moderate */
    int largest() {
        return largest == Integer.MIN_VALUE || Math.abs(largest) <= MODERATE ? 0 : largest;
    }

    /** @return of numbers that are large, or small, all together: among others a few large limits must not make the rest rounding */
    int common() {
        if (smallest > largest || smallest <= MODERATE && largest >= -MODERATE) {
            return 0;
        }
        return smallest > MODERATE ? smallest : largest;
    }
}
