package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.Arrays;

/** Polynomials modulo a prime below 2³¹: residues from 0 on, lowest power first, the last one not zero. */
final class Residues {
    private Residues() {}

    static long[] of(Polynomial polynomial, int p) {
        BigInteger[] coefficients = polynomial.numerators();
        long[] residues = new long[coefficients.length];
        for (int i = 0; i < residues.length; i++) {
            residues[i] = Primes.residue(coefficients[i], p);
        }
        return trimmed(residues);
    }

    static long[] trimmed(long[] a) {
        int length = a.length;
        while (length > 0 && a[length - 1] == 0) {
            length--;
        }
        return length == a.length ? a : Arrays.copyOf(a, length);
    }

    static long[] monic(long[] a, long p) {
        return a.length == 0 ? a : scaled(a, Primes.inverse(a[a.length - 1], p), p);
    }

    static long[] scaled(long[] a, long factor, long p) {
        long[] scaled = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            scaled[i] = a[i] * factor % p;
        }
        return trimmed(scaled);
    }

    static long[] subtract(long[] a, long[] b, long p) {
        long[] difference = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            difference[i] = (difference[i] - b[i] + p) % p;
        }
        return trimmed(difference);
    }

    static long[] multiply(long[] a, long[] b, long p) {
        if (a.length == 0 || b.length == 0) {
            return new long[0];
        }
        long[] product = new long[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] = (product[i + j] + a[i] * b[j]) % p;
            }
        }
        return trimmed(product);
    }

    /** @return quotient and remainder */
    static long[][] divide(long[] a, long[] b, long p) {
        int shift = a.length - b.length;
        if (shift < 0) {
            return new long[][] {{}, a};
        }
        long[] rest = a.clone();
        long[] quotient = new long[shift + 1];
        long inverse = Primes.inverse(b[b.length - 1], p);
        for (int i = shift; i >= 0; i--) {
            long factor = rest[i + b.length - 1] * inverse % p;
            quotient[i] = factor;
            if (factor != 0) {
                for (int j = 0; j < b.length; j++) {
                    rest[i + j] = (rest[i + j] + (p - factor) * b[j]) % p;
                }
            }
        }
        return new long[][] {trimmed(quotient), trimmed(rest)};
    }

    static long[] remainder(long[] a, long[] b, long p) {
        return divide(a, b, p)[1];
    }

    /** @return the greatest common divisor, monic */
    static long[] gcd(long[] a, long[] b, long p) {
        long[] larger = a;
        long[] smaller = b;
        while (smaller.length > 0) {
            long[] rest = remainder(larger, smaller, p);
            larger = smaller;
            smaller = rest;
        }
        return monic(larger, p);
    }

    /** @return s and t with s·a + t·b = 1, for coprime a and b */
    static long[][] bezout(long[] a, long[] b, long p) {
        long[] r0 = a;
        long[] r1 = b;
        long[] s0 = {1};
        long[] s1 = {};
        long[] t0 = {};
        long[] t1 = {1};
        while (r1.length > 0) {
            long[][] division = divide(r0, r1, p);
            long[] s = subtract(s0, multiply(division[0], s1, p), p);
            long[] t = subtract(t0, multiply(division[0], t1, p), p);
            r0 = r1;
            r1 = division[1];
            s0 = s1;
            s1 = s;
            t0 = t1;
            t1 = t;
        }
        long inverse = Primes.inverse(r0[0], p);
        return new long[][] {scaled(s0, inverse, p), scaled(t0, inverse, p)};
    }

    /** @return base^exponent modulo a polynomial */
    static long[] power(long[] base, BigInteger exponent, long[] modulus, long p) {
        long[] power = remainder(new long[] {1}, modulus, p);
        long[] reduced = remainder(base, modulus, p);
        for (int i = exponent.bitLength() - 1; i >= 0; i--) {
            power = remainder(multiply(power, power, p), modulus, p);
            if (exponent.testBit(i)) {
                power = remainder(multiply(power, reduced, p), modulus, p);
            }
        }
        return power;
    }

    static long[] derivative(long[] a, long p) {
        long[] derivative = new long[Math.max(0, a.length - 1)];
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] = a[i + 1] * (i + 1) % p;
        }
        return trimmed(derivative);
    }
}
