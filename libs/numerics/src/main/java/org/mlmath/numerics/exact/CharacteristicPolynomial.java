package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.mlmath.numerics.Deadline;

/**
 * det(x·I − A) of a rational matrix, without rounding.
 *
 * <p>Modulo enough primes that their product exceeds twice every coefficient, by the Hessenberg form, and put together by the Chinese
 * remainder theorem. The coefficient of x^(n−k) is a sum of C(n, k) principal minors, each bounded by Hadamard's inequality. Cost n³
 * operations on longs per prime. Source: Cohen, <i>A Course in Computational Algebraic Number Theory</i>, algorithms 2.2.9 and 1.3.12.
 */
public final class CharacteristicPolynomial {
    private CharacteristicPolynomial() {}

    /**
     * @param a square
     * @return the n + 1 coefficients, highest power first; empty when the numbers are so long that this would take thousands of primes
     */
    public static Optional<Rational[]> of(RationalMatrix a, Deadline deadline) {
        int n = a.rows();
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigInteger other = a.get(i, j).denominator();
                denominator = denominator.divide(denominator.gcd(other)).multiply(other);
            }
        }
        BigInteger[][] whole = new BigInteger[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Rational entry = a.get(i, j);
                whole[i][j] = entry.numerator().multiply(denominator.divide(entry.denominator()));
            }
        }
        double bits = n + IntegerRows.log2OfMinors(whole) + 2;
        int needed = (int) Math.ceil(bits / Primes.log2());
        if (needed > Primes.count()) {
            return Optional.empty();
        }
        BigInteger[] coefficients = combined(whole, needed, deadline);
        Rational[] result = new Rational[n + 1];
        BigInteger power = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            result[k] = new Rational(coefficients[n - k], power);
            power = power.multiply(denominator);
        }
        return Optional.of(result);
    }

    /** @return the coefficients of a matrix of integers, lowest power first */
    private static BigInteger[] combined(BigInteger[][] whole, int primes, Deadline deadline) {
        int n = whole.length;
        BigInteger[] coefficients = new BigInteger[n + 1];
        Arrays.fill(coefficients, BigInteger.ZERO);
        BigInteger modulus = BigInteger.ONE;
        for (int k = 0; k < primes; k++) {
            deadline.check();
            int p = Primes.get(k);
            long[][] residues = new long[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    residues[i][j] = Primes.residue(whole[i][j], p);
                }
            }
            long[] polynomial = EigenvalueStructure.characteristicPolynomial(p, residues);
            long inverse = Primes.inverse(Primes.residue(modulus, p), p);
            for (int i = 0; i <= n; i++) {
                long difference = Math.floorMod(polynomial[i] - Primes.residue(coefficients[i], p), (long) p);
                coefficients[i] = coefficients[i].add(modulus.multiply(BigInteger.valueOf(difference * inverse % p)));
            }
            modulus = modulus.multiply(BigInteger.valueOf(p));
        }
        BigInteger half = modulus.shiftRight(1);
        for (int i = 0; i <= n; i++) {
            if (coefficients[i].compareTo(half) > 0) {
                coefficients[i] = coefficients[i].subtract(modulus);
            }
        }
        return coefficients;
    }
}
