package org.mlmath.numerics.exact;

import java.math.BigInteger;

/**
 * Reduces fractions that share one long denominator d = s·r, where s is what small primes make of it. Nearly always r has nothing in
 * common with any of the numerators, which one look at their product modulo r tells; then only s is left to be shortened by, and s is
 * short. A greatest common divisor for each fraction, of numbers of thousands of bits, would take longer than finding the numerators.
 */
final class CommonDenominator {
    /** A prime above it divides d and one of some thousand numerators less than once in a hundred times. */
    private static final int SMALL = 1 << 16;

    /** Of fewer bits, or for fewer fractions, nothing is gained. */
    private static final int LONG = 512;

    private static final int MANY = 32;

    private final BigInteger denominator;

    /** What small primes make of the denominator, or all of it. */
    private final BigInteger divisible;

    private CommonDenominator(BigInteger denominator, BigInteger divisible) {
        this.denominator = denominator;
        this.divisible = divisible;
    }

    /** @param denominator not 0 */
    static CommonDenominator of(BigInteger denominator, BigInteger[][] numerators) {
        int width = numerators.length == 0 ? 0 : numerators[0].length;
        BigInteger whole = denominator.abs();
        if (whole.bitLength() < LONG || numerators.length * width < MANY) {
            return new CommonDenominator(denominator, whole);
        }
        BigInteger rest = whole;
        boolean[] composite = new boolean[SMALL];
        for (int p = 2; p < SMALL; p++) {
            if (composite[p]) {
                continue;
            }
            for (long multiple = (long) p * p; multiple < SMALL; multiple += p) {
                composite[(int) multiple] = true;
            }
            BigInteger prime = BigInteger.valueOf(p);
            while (Primes.residue(rest, p) == 0) {
                rest = rest.divide(prime);
            }
        }
        return new CommonDenominator(denominator, isCoprime(rest, numerators) ? whole.divide(rest) : whole);
    }

    private static boolean isCoprime(BigInteger rest, BigInteger[][] numerators) {
        BigInteger product = BigInteger.ONE;
        for (BigInteger[] row : numerators) {
            for (BigInteger numerator : row) {
                if (numerator.signum() != 0) {
                    product = product.multiply(numerator).mod(rest);
                }
            }
        }
        return product.gcd(rest).equals(BigInteger.ONE);
    }

    /** @param numerator one of those that were given, or less such a one */
    Rational over(BigInteger numerator) {
        if (numerator.signum() == 0) {
            return Rational.ZERO;
        }
        BigInteger divisor = numerator.gcd(divisible);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return divisor.equals(BigInteger.ONE)
                ? Rational.reduced(numerator, denominator)
                : Rational.reduced(numerator.divide(divisor), denominator.divide(divisor));
    }
}
