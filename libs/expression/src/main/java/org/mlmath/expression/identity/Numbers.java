package org.mlmath.expression.identity;

import java.math.BigInteger;
import java.util.TreeMap;
import org.mlmath.numerics.exact.Rational;

/** Roots and small prime factors of rational numbers. */
final class Numbers {
    private static final int LARGEST_DIVISOR = 1000;

    private Numbers() {}

    /** @return the real root, or null if it is not rational */
    static Rational root(Rational x, int n) {
        if (x.signum() < 0 && n % 2 == 0) {
            return null;
        }
        BigInteger top = root(x.numerator().abs(), n);
        BigInteger bottom = top == null ? null : root(x.denominator(), n);
        return bottom == null ? null : new Rational(x.signum() < 0 ? top.negate() : top, bottom);
    }

    private static BigInteger root(BigInteger x, int n) {
        if (n == 2) {
            BigInteger root = x.sqrt();
            return root.multiply(root).equals(x) ? root : null;
        }
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(x.bitLength() / n + 1);
        while (low.compareTo(high) <= 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            int order = middle.pow(n).compareTo(x);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle.add(BigInteger.ONE);
            } else {
                high = middle.subtract(BigInteger.ONE);
            }
        }
        return null;
    }

    /** @return factors of a positive number with their powers: primes up to 1000, and what is left */
    static TreeMap<BigInteger, Integer> factors(Rational x) {
        TreeMap<BigInteger, Integer> factors = new TreeMap<>();
        collect(x.numerator().abs(), 1, factors);
        collect(x.denominator(), -1, factors);
        return factors;
    }

    private static void collect(BigInteger x, int sign, TreeMap<BigInteger, Integer> factors) {
        BigInteger rest = x;
        for (int divisor = 2; divisor <= LARGEST_DIVISOR && rest.bitLength() > 1; divisor++) {
            BigInteger prime = BigInteger.valueOf(divisor);
            BigInteger[] parts = rest.divideAndRemainder(prime);
            while (parts[1].signum() == 0) {
                rest = parts[0];
                factors.merge(prime, sign, Integer::sum);
                parts = rest.divideAndRemainder(prime);
            }
        }
        if (!rest.equals(BigInteger.ONE)) {
            factors.merge(rest, sign, Integer::sum);
        }
    }
}
