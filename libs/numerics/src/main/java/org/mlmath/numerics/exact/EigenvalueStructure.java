package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.mlmath.numerics.Deadline;

/**
 * Which eigenvalues of a rational matrix coincide, and whether it is diagonalizable over the complex numbers: questions that rounding
 * cannot answer.
 *
 * <p>A matrix is diagonalizable exactly if the square-free part of its characteristic polynomial annihilates it. Everything is computed
 * modulo primes near 2³¹. That the eigenvalues are distinct modulo one prime proves that they are distinct. The other findings are
 * those on which two of three primes agree; a prime misleads only if it divides one particular number, once in some hundred million.
 * Source: Cohen, <i>A Course in Computational Algebraic Number Theory</i>, algorithms 2.2.9 (Hessenberg form) and 3.4.2 (square-free
 * factors).
 *
 * @param diagonalizable over the complex numbers
 * @param counts {@code counts[k]} is the number of different eigenvalues with algebraic multiplicity k; counts[0] is 0
 */
public record EigenvalueStructure(boolean diagonalizable, int[] counts) {
    private static final int PRIMES = 3;
    private static final int PROBES = 2;

    /** @return whether every eigenvalue is simple */
    public boolean distinct() {
        return counts.length == 2;
    }

    /** @param a square */
    public static EigenvalueStructure of(RationalMatrix a, Deadline deadline) {
        List<EigenvalueStructure> found = new ArrayList<>();
        for (int k = 0; found.size() < PRIMES && k < Primes.count(); k++) {
            deadline.check();
            int prime = Primes.get(k);
            long[][] residues = residues(a, prime);
            if (residues != null) {
                EigenvalueStructure structure = modulo(prime, residues);
                if (structure.distinct()) {
                    return structure;
                }
                for (EigenvalueStructure other : found) {
                    if (other.diagonalizable == structure.diagonalizable
                            && Arrays.equals(other.counts, structure.counts)) {
                        return structure;
                    }
                }
                found.add(structure);
            }
        }
        return found.getFirst();
    }

    /** @return null if the prime divides a denominator */
    private static long[][] residues(RationalMatrix a, int prime) {
        long[][] residues = new long[a.rows()][a.columns()];
        BigInteger denominator = BigInteger.ONE;
        long inverse = 1;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                Rational entry = a.get(i, j);
                if (!entry.denominator().equals(denominator)) {
                    denominator = entry.denominator();
                    long residue = Primes.residue(denominator, prime);
                    if (residue == 0) {
                        return null;
                    }
                    inverse = Primes.inverse(residue, prime);
                }
                residues[i][j] = Primes.residue(entry.numerator(), prime) * inverse % prime;
            }
        }
        return residues;
    }

    private static EigenvalueStructure modulo(int p, long[][] a) {
        long[] polynomial = characteristicPolynomial(p, a);
        // Square-free factors: t = gcd(f, f′) loses one of each root, v = f/t keeps each once; peel off multiplicity by
        // multiplicity.
        long[] t = gcd(p, polynomial, derivative(p, polynomial));
        long[] squareFree = quotient(p, polynomial, t);
        int[] counts = new int[a.length + 1];
        long[] v = squareFree;
        int highest = 0;
        for (int k = 1; degree(v) > 0; k++) {
            long[] w = gcd(p, t, v);
            counts[k] = degree(v) - degree(w);
            highest = k;
            v = w;
            t = quotient(p, t, w);
        }
        boolean diagonalizable = highest <= 1 || annihilates(p, squareFree, a);
        return new EigenvalueStructure(diagonalizable, Arrays.copyOf(counts, highest + 1));
    }

    /** @return the coefficients of det(x·I − A), lowest first */
    static long[] characteristicPolynomial(int p, long[][] matrix) {
        int n = matrix.length;
        long[][] h = new long[n][];
        for (int i = 0; i < n; i++) {
            h[i] = matrix[i].clone();
        }
        for (int m = 1; m < n - 1; m++) {
            int pivot = m;
            while (pivot < n && h[pivot][m - 1] == 0) {
                pivot++;
            }
            if (pivot == n) {
                continue;
            }
            long[] row = h[pivot];
            h[pivot] = h[m];
            h[m] = row;
            for (int i = 0; i < n; i++) {
                long kept = h[i][pivot];
                h[i][pivot] = h[i][m];
                h[i][m] = kept;
            }
            long inverse = Primes.inverse(h[m][m - 1], p);
            for (int i = m + 1; i < n; i++) {
                if (h[i][m - 1] != 0) {
                    long factor = h[i][m - 1] * inverse % p;
                    for (int j = m - 1; j < n; j++) {
                        h[i][j] = Math.floorMod(h[i][j] - factor * h[m][j], (long) p);
                    }
                    for (int k = 0; k < n; k++) {
                        h[k][m] = (h[k][m] + factor * h[k][i]) % p;
                    }
                }
            }
        }
        long[][] polynomials = new long[n + 1][];
        polynomials[0] = new long[] {1};
        for (int m = 1; m <= n; m++) {
            long[] next = new long[m + 1];
            for (int k = 0; k < m; k++) {
                next[k + 1] = (next[k + 1] + polynomials[m - 1][k]) % p;
                next[k] = Math.floorMod(next[k] - h[m - 1][m - 1] * polynomials[m - 1][k], (long) p);
            }
            long product = 1;
            for (int i = 1; i < m; i++) {
                product = product * h[m - i][m - i - 1] % p;
                long factor = product * h[m - i - 1][m - 1] % p;
                for (int k = 0; k < m - i; k++) {
                    next[k] = Math.floorMod(next[k] - factor * polynomials[m - i - 1][k], (long) p);
                }
            }
            polynomials[m] = next;
        }
        return polynomials[n];
    }

    private static boolean annihilates(int p, long[] polynomial, long[][] a) {
        Random random = new Random(20260101); // any fixed vectors do
        for (int probe = 0; probe < PROBES; probe++) {
            long[] v = random.longs(a.length, 0, p).toArray();
            long[] value = new long[a.length];
            for (int k = degree(polynomial); k >= 0; k--) { // Horner
                value = times(p, a, value);
                for (int i = 0; i < value.length; i++) {
                    value[i] = (value[i] + polynomial[k] * v[i]) % p;
                }
            }
            for (long entry : value) {
                if (entry != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long[] times(int p, long[][] a, long[] v) {
        long[] product = new long[v.length];
        for (int i = 0; i < v.length; i++) {
            long sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum = (sum + a[i][j] * v[j]) % p;
            }
            product[i] = sum;
        }
        return product;
    }

    // Polynomials modulo p, lowest coefficient first.

    private static int degree(long[] f) {
        int degree = f.length - 1;
        while (degree >= 0 && f[degree] == 0) {
            degree--;
        }
        return degree;
    }

    private static long[] derivative(int p, long[] f) {
        long[] result = new long[Math.max(1, f.length - 1)];
        for (int k = 1; k < f.length; k++) {
            result[k - 1] = f[k] * k % p;
        }
        return result;
    }

    private static long[] gcd(int p, long[] f, long[] g) {
        long[] a = f.clone();
        long[] b = g.clone();
        while (degree(b) >= 0) {
            divide(p, a, b);
            long[] remainder = a;
            a = b;
            b = remainder;
        }
        return Arrays.copyOf(a, degree(a) + 1);
    }

    private static long[] quotient(int p, long[] f, long[] g) {
        return divide(p, f.clone(), g);
    }

    /** Leaves the remainder in f, returns the quotient. */
    private static long[] divide(int p, long[] f, long[] g) {
        int n = degree(g);
        long inverse = Primes.inverse(g[n], p);
        long[] quotient = new long[Math.max(1, degree(f) - n + 1)];
        for (int m = degree(f); m >= n; m = degree(f)) {
            long factor = f[m] * inverse % p;
            quotient[m - n] = factor;
            for (int k = 0; k <= n; k++) {
                f[m - n + k] = Math.floorMod(f[m - n + k] - factor * g[k], (long) p);
            }
        }
        return quotient;
    }
}
