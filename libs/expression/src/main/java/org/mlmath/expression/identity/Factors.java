package org.mlmath.expression.identity;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.numerics.exact.Rational;

/**
 * ± Π primes · Π |bases|^powers · e^exponent: a number of one sign, up to powers of moduli. The bases' own signs are kept as those of odd
 * whole powers.
 *
 * @param sign of the number in front
 * @param bases polynomials without common factors, with rational powers
 */
record Factors(int sign, TreeMap<BigInteger, Rational> primes, Map<Sparse, Rational> bases, Ratio exponent) {
    static final Factors ONE = new Factors(1, new TreeMap<>(), new LinkedHashMap<>(), Ratio.ZERO);

    Factors times(Factors other, Field field) {
        TreeMap<BigInteger, Rational> allPrimes = new TreeMap<>(primes);
        other.primes.forEach((prime, power) -> allPrimes.merge(prime, power, Rational::add));
        Map<Sparse, Rational> allBases = new LinkedHashMap<>(bases);
        other.bases.forEach((base, power) -> allBases.merge(base, power, Rational::add));
        return new Factors(sign * other.sign, allPrimes, allBases, field.plus(exponent, other.exponent));
    }

    /** The power of the modulus where the exponent is a fraction. */
    Factors power(Rational n, Field field) {
        TreeMap<BigInteger, Rational> allPrimes = new TreeMap<>();
        primes.forEach((prime, power) -> allPrimes.put(prime, power.multiply(n)));
        Map<Sparse, Rational> allBases = new LinkedHashMap<>();
        bases.forEach((base, power) -> allBases.put(base, power.multiply(n)));
        boolean odd = n.isInteger() && n.numerator().testBit(0);
        return new Factors(odd ? sign : 1, allPrimes, allBases, field.times(exponent, Ratio.of(Sparse.of(n))));
    }

    Factors negate() {
        return new Factors(-sign, primes, bases, exponent);
    }
}
