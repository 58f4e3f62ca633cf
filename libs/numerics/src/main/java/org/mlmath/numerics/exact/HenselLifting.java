package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;

/**
 * From factors modulo a prime to factors modulo a power of it that exceeds twice every coefficient a factor over the integers can
 * have. Quadratic lifting, two parts at a time. Source: von zur Gathen and Gerhard, <i>Modern Computer Algebra</i>, algorithm 15.10.
 */
final class HenselLifting {
    private final int p;
    private final BigInteger modulus;
    private final Deadline deadline;
    private final List<BigInteger[]> lifted = new ArrayList<>();

    /** @param modular monic, coprime, their product times the leading coefficient is f modulo p */
    HenselLifting(Polynomial f, int p, List<long[]> modular, Deadline deadline) {
        this.p = p;
        this.deadline = deadline;
        BigInteger power = BigInteger.valueOf(p);
        BigInteger bound = bound(f);
        while (power.compareTo(bound) < 0) {
            power = power.multiply(power);
        }
        this.modulus = power;
        BigInteger inverse = f.leading().numerator().modInverse(modulus);
        BigInteger[] monic = f.numerators();
        for (int i = 0; i < monic.length; i++) {
            monic[i] = monic[i].multiply(inverse).mod(modulus);
        }
        lift(monic, modular);
    }

    /** @return monic, with coefficients from 0 on */
    List<BigInteger[]> factors() {
        return lifted;
    }

    BigInteger modulus() {
        return modulus;
    }

    /** Mignotte: coefficients of factors are at most 2ⁿ‖f‖₂, here times the leading coefficient, twice for the sign. */
    private static BigInteger bound(Polynomial f) {
        BigInteger squares = BigInteger.ONE;
        for (BigInteger coefficient : f.numerators()) {
            squares = squares.add(coefficient.multiply(coefficient));
        }
        return squares.sqrt()
                .add(BigInteger.ONE)
                .multiply(f.leading().numerator().abs())
                .shiftLeft(f.degree() + 2);
    }

    private void lift(BigInteger[] f, List<long[]> factors) {
        if (factors.size() == 1) {
            lifted.add(f);
            return;
        }
        int half = factors.size() / 2;
        List<long[]> left = factors.subList(0, half);
        List<long[]> right = factors.subList(half, factors.size());
        long[] a = product(left);
        long[] b = product(right);
        long[][] bezout = Residues.bezout(a, b, p);
        BigInteger[] g = big(a);
        BigInteger[] h = big(b);
        BigInteger[] s = big(bezout[0]);
        BigInteger[] t = big(bezout[1]);
        for (BigInteger m = BigInteger.valueOf(p); m.compareTo(modulus) < 0; ) {
            deadline.check();
            m = m.multiply(m);
            BigInteger[] error = subtract(f, multiply(g, h, m), m);
            BigInteger[][] division = divide(multiply(s, error, m), h, m);
            BigInteger[] nextG = add(g, add(multiply(t, error, m), multiply(division[0], g, m), m), m);
            BigInteger[] nextH = add(h, division[1], m);
            BigInteger[] excess = subtract(
                    add(multiply(s, nextG, m), multiply(t, nextH, m), m), new BigInteger[] {BigInteger.ONE}, m);
            BigInteger[][] correction = divide(multiply(s, excess, m), nextH, m);
            s = subtract(s, correction[1], m);
            t = subtract(t, add(multiply(t, excess, m), multiply(correction[0], nextG, m), m), m);
            g = nextG;
            h = nextH;
        }
        lift(g, left);
        lift(h, right);
    }

    private long[] product(List<long[]> factors) {
        long[] product = {1};
        for (long[] factor : factors) {
            product = Residues.multiply(product, factor, p);
        }
        return product;
    }

    private static BigInteger[] big(long[] a) {
        return Arrays.stream(a).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static BigInteger[] trimmed(BigInteger[] a) {
        int length = a.length;
        while (length > 0 && a[length - 1].signum() == 0) {
            length--;
        }
        return Arrays.copyOf(a, length);
    }

    private static BigInteger[] add(BigInteger[] a, BigInteger[] b, BigInteger m) {
        BigInteger[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < sum.length; i++) {
            BigInteger x = i < a.length ? a[i] : BigInteger.ZERO;
            sum[i] = i < b.length ? x.add(b[i]).mod(m) : x.mod(m);
        }
        return trimmed(sum);
    }

    private static BigInteger[] subtract(BigInteger[] a, BigInteger[] b, BigInteger m) {
        BigInteger[] negative = new BigInteger[b.length];
        for (int i = 0; i < b.length; i++) {
            negative[i] = b[i].negate();
        }
        return add(a, negative, m);
    }

    static BigInteger[] multiply(BigInteger[] a, BigInteger[] b, BigInteger m) {
        if (a.length == 0 || b.length == 0) {
            return new BigInteger[0];
        }
        BigInteger[] product = new BigInteger[a.length + b.length - 1];
        Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] = product[i + j].add(a[i].multiply(b[j]));
            }
        }
        for (int i = 0; i < product.length; i++) {
            product[i] = product[i].mod(m);
        }
        return trimmed(product);
    }

    /** @param b monic */
    private static BigInteger[][] divide(BigInteger[] a, BigInteger[] b, BigInteger m) {
        int shift = a.length - b.length;
        if (shift < 0) {
            return new BigInteger[][] {{}, a};
        }
        BigInteger[] rest = a.clone();
        BigInteger[] quotient = new BigInteger[shift + 1];
        for (int i = shift; i >= 0; i--) {
            quotient[i] = rest[i + b.length - 1].mod(m);
            for (int j = 0; j < b.length; j++) {
                rest[i + j] = rest[i + j].subtract(quotient[i].multiply(b[j]));
            }
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] = rest[i].mod(m);
        }
        return new BigInteger[][] {trimmed(quotient), trimmed(rest)};
    }
}
