package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * Greatest common divisors of integer polynomials: modulo primes, put together by the Chinese remainder theorem until the result
 * divides both, which proves it. Coprime polynomials are found out by the first prime.
 *
 * <p>Source: von zur Gathen and Gerhard, <i>Modern Computer Algebra</i>, 3rd ed., algorithm 6.38.
 */
final class ModularGcd {
    private ModularGcd() {}

    /** @param f primitive, as g is */
    static Polynomial of(Polynomial f, Polynomial g, Deadline deadline) {
        if (f.isZero() || g.isZero()) {
            return f.isZero() ? g : f;
        }
        if (f.isConstant() || g.isConstant()) {
            return Polynomial.ONE;
        }
        BigInteger leading = f.leading().numerator().gcd(g.leading().numerator());
        BigInteger[] combined = null;
        BigInteger modulus = BigInteger.ONE;
        for (int k = 0; k < Primes.count(); k++) {
            deadline.check();
            int p = Primes.get(k);
            long scale = Primes.residue(leading, p);
            if (scale == 0) {
                continue;
            }
            long[] residues = Residues.scaled(Residues.gcd(Residues.of(f, p), Residues.of(g, p), p), scale, p);
            if (residues.length == 1) {
                return Polynomial.ONE;
            }
            if (combined == null || residues.length < combined.length) { // primes before were unlucky
                combined = new BigInteger[residues.length];
                Arrays.fill(combined, BigInteger.ZERO);
                modulus = BigInteger.ONE;
            } else if (residues.length > combined.length) {
                continue;
            }
            boolean changed = extend(combined, modulus, residues, p);
            modulus = modulus.multiply(BigInteger.valueOf(p));
            if (!changed || modulus.bitLength() < 64) {
                Polynomial candidate = Polynomial.ofIntegers(combined).primitive();
                if (f.dividedBy(candidate) != null && g.dividedBy(candidate) != null) {
                    return candidate;
                }
            }
        }
        throw new LimitExceededException(
                "The polynomial's coefficients are too long for its multiple roots to be found.");
    }

    /** Takes one prime more into symmetric residues. */
    private static boolean extend(BigInteger[] combined, BigInteger modulus, long[] residues, int p) {
        long inverse = Primes.inverse(Primes.residue(modulus, p), p);
        BigInteger next = modulus.multiply(BigInteger.valueOf(p));
        BigInteger half = next.shiftRight(1);
        boolean changed = false;
        for (int i = 0; i < combined.length; i++) {
            long difference = Math.floorMod(residues[i] - Primes.residue(combined[i], p), (long) p);
            if (difference != 0) {
                changed = true;
                BigInteger value = combined[i].add(modulus.multiply(BigInteger.valueOf(difference * inverse % p)));
                combined[i] = value.compareTo(half) > 0 ? value.subtract(next) : value;
            }
        }
        return changed;
    }
}
