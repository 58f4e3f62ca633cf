package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.mlmath.numerics.Deadline;

/**
 * The real roots of a polynomial, each in an interval of its own: none is missed, however close together they are.
 *
 * <p>Descartes' rule of signs counts the roots in (0, 1) up to an even number, exactly where it says 0 or 1; intervals are halved
 * until it does. Source: Collins and Akritas, <i>Polynomial real root isolation using Descartes' rule of signs</i>, SYMSAC 1976.
 */
public final class RealRoots {
    private final Polynomial polynomial;
    private final Deadline deadline;
    private final List<RealRoot> roots = new ArrayList<>();

    private RealRoots(Polynomial polynomial, Deadline deadline) {
        this.polynomial = polynomial;
        this.deadline = deadline;
    }

    /**
     * @param polynomial not zero, without multiple roots ({@link Polynomial#squareFree})
     * @return in rising order
     */
    public static List<RealRoot> of(Polynomial polynomial, Deadline deadline) {
        if (polynomial.isConstant()) {
            return List.of();
        }
        RealRoots search = new RealRoots(polynomial.primitive(), deadline);
        search.negative();
        if (polynomial.coefficient(0).signum() == 0) {
            search.roots.add(new RealRoot(search.polynomial, Rational.ZERO, Rational.ZERO));
        }
        search.positive(search.polynomial.numerators(), false);
        return List.copyOf(search.roots);
    }

    private void negative() {
        BigInteger[] mirrored = polynomial.numerators();
        for (int i = 1; i < mirrored.length; i += 2) {
            mirrored[i] = mirrored[i].negate();
        }
        positive(mirrored, true);
        Collections.reverse(roots);
    }

    private void positive(BigInteger[] coefficients, boolean mirrored) {
        int exponent = bound(coefficients);
        // x = 2^exponent·t moves the roots into (0, 1); a negative exponent multiplies the other way round.
        int n = coefficients.length - 1;
        BigInteger[] scaled = new BigInteger[n + 1];
        for (int i = 0; i <= n; i++) {
            scaled[i] = coefficients[i].shiftLeft(exponent >= 0 ? exponent * i : -exponent * (n - i));
        }
        split(scaled, exponent, mirrored);
    }

    /** @return k so that all positive roots are below 2^k: Lagrange's bound in powers of two, doubled */
    private static int bound(BigInteger[] coefficients) {
        int n = coefficients.length - 1;
        int largest = Integer.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            if (coefficients[i].signum() != 0) {
                // |aᵢ/aₙ|^(1/(n−i)) < 2^this
                double bits = coefficients[i].bitLength() - coefficients[n].bitLength() + 1;
                largest = Math.max(largest, (int) Math.ceil(bits / (n - i)));
            }
        }
        return largest == Integer.MIN_VALUE ? 0 : largest + 1;
    }

    /**
     * The interval (c, c + 1)·2^−depth of (0, 1).
     *
     * @param coefficients of the polynomial moved to (0, 1) from there; null: the root c·2^−depth itself
     */
    private record Part(BigInteger[] coefficients, BigInteger c, int depth) {}

    private void split(BigInteger[] coefficients, int exponent, boolean mirrored) {
        Deque<Part> open = new ArrayDeque<>();
        open.push(new Part(coefficients, BigInteger.ZERO, 0));
        while (!open.isEmpty()) {
            deadline.check();
            Part part = open.pop();
            BigInteger c = part.c();
            if (part.coefficients() == null) {
                add(c, c, exponent - part.depth(), mirrored);
                continue;
            }
            int variations = variations(part.coefficients());
            if (variations == 1) {
                add(c, c.add(BigInteger.ONE), exponent - part.depth(), mirrored);
            } else if (variations > 1) {
                BigInteger[] left = halved(part.coefficients());
                BigInteger[] right = shifted(left);
                BigInteger middle = c.shiftLeft(1).add(BigInteger.ONE);
                open.push(new Part(reduced(right), middle, part.depth() + 1));
                if (right[0].signum() == 0) {
                    open.push(new Part(null, middle, part.depth() + 1));
                }
                open.push(new Part(reduced(left), c.shiftLeft(1), part.depth() + 1));
            }
        }
    }

    /** 2ⁿ p(x/2) */
    private static BigInteger[] halved(BigInteger[] coefficients) {
        int n = coefficients.length - 1;
        BigInteger[] halved = new BigInteger[n + 1];
        for (int i = 0; i <= n; i++) {
            halved[i] = coefficients[i].shiftLeft(n - i);
        }
        return halved;
    }

    private void add(BigInteger from, BigInteger to, int exponent, boolean mirrored) {
        Rational lower = scaled(from, exponent);
        Rational upper = scaled(to, exponent);
        RealRoot root = mirrored
                ? new RealRoot(polynomial, upper.negate(), lower.negate())
                : new RealRoot(polynomial, lower, upper);
        roots.add(clear(root));
    }

    /** Ends of the interval that are roots themselves, of which the rule of signs knows nothing, are moved inwards. */
    private RealRoot clear(RealRoot root) {
        Rational lower = root.lower();
        Rational upper = root.upper();
        if (lower.equals(upper)) {
            return root;
        }
        Polynomial derivative = null;
        while (polynomial.signAt(lower) == 0 || polynomial.signAt(upper) == 0) {
            deadline.check();
            derivative = derivative == null ? polynomial.derivative() : derivative;
            Rational middle = lower.add(upper).divide(Rational.of(2));
            int sign = polynomial.signAt(middle);
            if (sign == 0) {
                return new RealRoot(polynomial, middle, middle);
            }
            // Beyond a simple root at the end the sign is that of the slope there, until the root inside.
            int atLower = polynomial.signAt(lower) == 0 ? derivative.signAt(lower) : polynomial.signAt(lower);
            if (sign == atLower) {
                lower = middle;
            } else {
                upper = middle;
            }
        }
        return new RealRoot(polynomial, lower, upper);
    }

    private static Rational scaled(BigInteger value, int exponent) {
        return exponent >= 0
                ? new Rational(value.shiftLeft(exponent), BigInteger.ONE)
                : new Rational(value, BigInteger.ONE.shiftLeft(-exponent));
    }

    /** Changes of sign of (1 + x)ⁿ p(1/(1 + x)): the roots in (0, 1), or an even number more. */
    private static int variations(BigInteger[] coefficients) {
        int n = coefficients.length - 1;
        BigInteger[] reversed = new BigInteger[n + 1];
        for (int i = 0; i <= n; i++) {
            reversed[i] = coefficients[n - i];
        }
        int changes = 0;
        int sign = 0;
        for (BigInteger coefficient : shifted(reversed)) {
            int next = coefficient.signum();
            if (next != 0) {
                changes += sign * next < 0 ? 1 : 0;
                sign = next;
            }
        }
        return changes;
    }

    /** p(x + 1) */
    private static BigInteger[] shifted(BigInteger[] coefficients) {
        BigInteger[] shifted = coefficients.clone();
        for (int i = 0; i < shifted.length; i++) {
            for (int j = shifted.length - 2; j >= i; j--) {
                shifted[j] = shifted[j].add(shifted[j + 1]);
            }
        }
        return shifted;
    }

    /** Without common powers of two. */
    private static BigInteger[] reduced(BigInteger[] coefficients) {
        int zeros = Integer.MAX_VALUE;
        for (BigInteger coefficient : coefficients) {
            if (coefficient.signum() != 0) {
                zeros = Math.min(zeros, coefficient.getLowestSetBit());
            }
        }
        if (zeros == 0 || zeros == Integer.MAX_VALUE) {
            return coefficients;
        }
        BigInteger[] reduced = new BigInteger[coefficients.length];
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] = coefficients[i].shiftRight(zeros);
        }
        return reduced;
    }
}
