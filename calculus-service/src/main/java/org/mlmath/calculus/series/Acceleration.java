package org.mlmath.calculus.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mlmath.numerics.Deadline;

/** Sums of infinite series from few terms, in sixty digits. */
final class Acceleration {
    static final MathContext DIGITS = new MathContext(Terms.DIGITS);
    private static final BigDecimal NOTHING = new BigDecimal("1e-50");

    /** Terms of a sum that converges by itself. */
    private static final int LONGEST = 20_000;

    private static final int INNER = 160;

    private Acceleration() {}

    /**
     * @param error what the last digits are off by, estimated
     * @param method as in the diagnostics
     */
    record Sum(BigDecimal value, double error, String method) {}

    /**
     * Term by term, where the ratio of successive terms stays below some q &lt; 1.
     *
     * @return null where too many terms are needed or one is missing
     */
    static Sum direct(Function<BigInteger, BigDecimal> term, BigInteger from, Deadline deadline) {
        BigDecimal total = BigDecimal.ZERO;
        int small = 0;
        for (int i = 0; i < LONGEST; i++) {
            deadline.check();
            BigDecimal next = term.apply(from.add(BigInteger.valueOf(i)));
            if (next == null) {
                return null;
            }
            total = total.add(next, DIGITS);
            BigDecimal least = NOTHING.multiply(total.abs().max(NOTHING.scaleByPowerOfTen(-100)));
            small = next.abs().compareTo(least) <= 0 ? small + 1 : 0;
            if (small >= 8) {
                return new Sum(total, 1e-48 * Math.max(1e-300, Math.abs(total.doubleValue())), "direct");
            }
        }
        return null;
    }

    /**
     * Σ (−1)ᵏ bₖ for bₖ that fall as moments do: error about 5.83^(−n). Source: Cohen, Rodriguez Villegas, Zagier, <i>Convergence
     * acceleration of alternating series</i>, Experimental Mathematics 9 (2000), algorithm 1.
     *
     * @param moduli b₀, b₁, …
     */
    static BigDecimal alternating(List<BigDecimal> moduli) {
        int n = moduli.size();
        BigDecimal root = new BigDecimal(3).add(new BigDecimal(8).sqrt(DIGITS));
        BigDecimal power = root.pow(n, DIGITS);
        BigDecimal d = power.add(BigDecimal.ONE.divide(power, DIGITS)).divide(BigDecimal.TWO, DIGITS);
        BigDecimal b = BigDecimal.ONE.negate();
        BigDecimal c = d.negate();
        BigDecimal s = BigDecimal.ZERO;
        for (int k = 0; k < n; k++) {
            c = b.subtract(c, DIGITS);
            s = s.add(c.multiply(moduli.get(k)), DIGITS);
            BigDecimal factor = new BigDecimal((long) (k + n) * (k - n) * 2);
            b = b.multiply(factor).divide(new BigDecimal((2L * k + 1) * (k + 1)), DIGITS);
        }
        return s.divide(d, DIGITS);
    }

    /** @param moduli of the term at an integer */
    static Sum alternating(Function<BigInteger, BigDecimal> moduli, BigInteger from) {
        List<BigDecimal> terms = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            BigDecimal next = moduli.apply(from.add(BigInteger.valueOf(i)));
            if (next == null) {
                return null;
            }
            terms.add(next);
        }
        BigDecimal fewer = alternating(terms.subList(0, 52));
        BigDecimal value = alternating(terms);
        return new Sum(value, Math.abs(value.subtract(fewer).doubleValue()) + 1e-45, "alternating");
    }

    /**
     * Σ aₖ of positive falling terms as the alternating series Σ (−1)ᵏ⁻¹ Σⱼ 2ʲ a(2ʲ k), whose inner sums converge geometrically where
     * a falls faster than 1/k. Source: van Wijngaarden, in Press et al., <i>Numerical Recipes</i>, section 5.1.
     *
     * @param term with indices from 1
     * @return null where the inner sums converge too slowly
     */
    static Sum condensed(Function<BigInteger, BigDecimal> term, Deadline deadline) {
        List<BigDecimal> outer = new ArrayList<>();
        for (int k = 1; k <= 48; k++) {
            BigDecimal inner = inner(term, k, deadline);
            if (inner == null) {
                return null;
            }
            outer.add(inner);
        }
        BigDecimal fewer = alternating(outer.subList(0, 40));
        BigDecimal value = alternating(outer);
        return new Sum(value, Math.abs(value.subtract(fewer).doubleValue()) + 1e-38, "condensation");
    }

    private static BigDecimal inner(Function<BigInteger, BigDecimal> term, int k, Deadline deadline) {
        BigDecimal total = BigDecimal.ZERO;
        for (int j = 0; j < INNER; j++) {
            deadline.check();
            BigDecimal a = term.apply(BigInteger.valueOf(k).shiftLeft(j));
            if (a == null) {
                return null;
            }
            BigDecimal next = a.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(j)), DIGITS);
            total = total.add(next, DIGITS);
            if (next.abs().compareTo(total.abs().multiply(new BigDecimal("1e-44"))) <= 0) {
                return total;
            }
        }
        // Like polynomials times a geometric sequence, of which the ε-algorithm is exact after a few terms.
        Sum accelerated = epsilon(
                j -> {
                    BigDecimal a = term.apply(BigInteger.valueOf(k).shiftLeft(j.intValueExact()));
                    return a == null
                            ? null
                            : a.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(j.intValueExact())), DIGITS);
                },
                BigInteger.ZERO);
        boolean good = accelerated != null
                && accelerated.error() <= 1e-28 * Math.abs(accelerated.value().doubleValue());
        return good ? accelerated.value() : null;
    }

    /**
     * Wynn's ε-algorithm on partial sums: where neither sign nor size is regular. Source: Wynn, <i>On a device for computing the
     * e_m(S_n) transformation</i>, MTAC 10 (1956).
     */
    static Sum epsilon(Function<BigInteger, BigDecimal> term, BigInteger from) {
        List<BigDecimal> previous = new ArrayList<>();
        List<BigDecimal> current = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < 81; i++) {
            BigDecimal next = term.apply(from.add(BigInteger.valueOf(i)));
            if (next == null) {
                return null;
            }
            total = total.add(next, DIGITS);
            current.add(total);
            previous.add(BigDecimal.ZERO);
        }
        previous.add(BigDecimal.ZERO);
        BigDecimal best = null;
        double error = Double.POSITIVE_INFINITY;
        for (int column = 1; column < 80; column++) {
            List<BigDecimal> next = new ArrayList<>();
            for (int i = 0; i + 1 < current.size(); i++) {
                BigDecimal difference = current.get(i + 1).subtract(current.get(i));
                if (difference.signum() == 0) {
                    return best == null ? null : new Sum(best, error, "epsilon");
                }
                next.add(previous.get(i + 1).add(BigDecimal.ONE.divide(difference, DIGITS)));
            }
            previous = current;
            current = next;
            if (column % 2 == 0 && current.size() >= 2) {
                BigDecimal last = current.getLast();
                double change =
                        Math.abs(last.subtract(current.get(current.size() - 2)).doubleValue());
                if (change < error) {
                    error = change;
                    best = last;
                }
            }
        }
        return best == null ? null : new Sum(best, 10 * error, "epsilon");
    }
}
