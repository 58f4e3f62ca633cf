package org.mlmath.expression.identity;

import java.util.Arrays;

/** A product of powers of generators, ordered lexicographically with later generators first. */
final class Monomial implements Comparable<Monomial> {
    static final Monomial ONE = new Monomial(new int[0]);

    private final int[] exponents;

    /** @param exponents by generator, without zeros at the end */
    private Monomial(int[] exponents) {
        this.exponents = exponents;
    }

    static Monomial of(int generator, int exponent) {
        return ONE.with(generator, exponent);
    }

    /** @return with this power of the generator instead of its own */
    Monomial with(int generator, int exponent) {
        int[] result = Arrays.copyOf(exponents, Math.max(exponents.length, generator + 1));
        result[generator] = exponent;
        return trimmed(result);
    }

    private static Monomial trimmed(int[] exponents) {
        int length = exponents.length;
        while (length > 0 && exponents[length - 1] == 0) {
            length--;
        }
        return length == 0
                ? ONE
                : new Monomial(length == exponents.length ? exponents : Arrays.copyOf(exponents, length));
    }

    int size() {
        return exponents.length;
    }

    int exponent(int generator) {
        return generator < exponents.length ? exponents[generator] : 0;
    }

    Monomial times(Monomial other) {
        int[] result = Arrays.copyOf(exponents, Math.max(exponents.length, other.exponents.length));
        for (int i = 0; i < other.exponents.length; i++) {
            result[i] += other.exponents[i];
        }
        return trimmed(result);
    }

    /** @return the quotient, or null if it has negative powers */
    Monomial over(Monomial other) {
        if (other.exponents.length > exponents.length) {
            return null;
        }
        int[] result = exponents.clone();
        for (int i = 0; i < other.exponents.length; i++) {
            result[i] -= other.exponents[i];
            if (result[i] < 0) {
                return null;
            }
        }
        return trimmed(result);
    }

    /** @return the greatest common divisor */
    Monomial common(Monomial other) {
        int[] result = new int[Math.min(exponents.length, other.exponents.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.min(exponents[i], other.exponents[i]);
        }
        return trimmed(result);
    }

    /** @return the root of order n, or null if a power is not divisible by it */
    Monomial root(int n) {
        int[] result = exponents.clone();
        for (int i = 0; i < result.length; i++) {
            if (result[i] % n != 0) {
                return null;
            }
            result[i] /= n;
        }
        return trimmed(result);
    }

    @Override
    public int compareTo(Monomial other) {
        if (exponents.length != other.exponents.length) {
            return Integer.compare(exponents.length, other.exponents.length);
        }
        for (int i = exponents.length - 1; i >= 0; i--) {
            if (exponents[i] != other.exponents[i]) {
                return Integer.compare(exponents[i], other.exponents[i]);
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial monomial && Arrays.equals(exponents, monomial.exponents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(exponents);
    }
}
