package org.mlmath.numerics.ball;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.exact.Rational;

/**
 * The gamma function, its logarithm and polygamma functions on balls: recurrence to where Stirling's series holds, whose remainder
 * is below its first omitted term. Source: NIST Digital Library of Mathematical Functions, 5.5, 5.11 and 5.15.
 */
public final class GammaBalls {
    /** Steps of the recurrence that are made at most; arguments further to the left have no value here. */
    private static final int STEPS = 20_000;

    private static final Object LOCK = new Object();
    /** B₂, B₄, …; replaced when longer, never changed. */
    private static volatile List<Rational> bernoulli = List.of();

    private GammaBalls() {}

    /** @return Γ(x); the whole line at and around poles */
    public static Ball gamma(Ball x, int bits) {
        int working = working(x, bits);
        Shift shift = Shift.of(x, working);
        if (shift == null) {
            return Ball.WHOLE;
        }
        Ball product = Ball.ONE;
        for (int i = 0; i < shift.steps; i++) {
            product = product.multiply(x.add(Ball.of(i), working), working);
        }
        Ball high = ElementaryBalls.exp(stirling(shift.argument, working), working);
        return high.divide(product, bits);
    }

    /** @return ln |Γ(x)| */
    public static Ball logGamma(Ball x, int bits) {
        int working = working(x, bits);
        Shift shift = Shift.of(x, working);
        if (shift == null) {
            return Ball.WHOLE;
        }
        Ball product = Ball.ONE;
        for (int i = 0; i < shift.steps; i++) {
            product = product.multiply(x.add(Ball.of(i), working), working);
        }
        Ball low = ElementaryBalls.ln(product.abs(), working);
        return stirling(shift.argument, working).subtract(low, bits);
    }

    /**
     * The derivative of order n of ψ = Γ′/Γ.
     *
     * @param n from 0 to 100
     */
    public static Ball polygamma(int n, Ball x, int bits) {
        int working = working(x, bits);
        Shift shift = Shift.of(x, working + n);
        if (shift == null) {
            return Ball.WHOLE;
        }
        Ball sum = Ball.ZERO;
        BigInteger order = BigInteger.valueOf(n + 1L);
        for (int i = 0; i < shift.steps; i++) {
            Ball power = x.add(Ball.of(i), working).power(order, working);
            sum = sum.add(Ball.ONE.divide(power, working), working);
        }
        Ball factorial = Ball.of(new Rational(factorial(n), BigInteger.ONE), working);
        sum = sum.multiply(factorial, working);
        // ψₙ(x) = ψₙ(x + N) − (−1)ⁿ n! Σ (x + i)^(−n−1)
        Ball high = polygammaSeries(n, shift.argument, working);
        return n % 2 == 0 ? high.subtract(sum, bits) : high.add(sum, bits);
    }

    private static int working(Ball x, int bits) {
        return bits + 32 + (int) Math.clamp(x.magnitude(), 0L, 64L);
    }

    /** How many steps to the right the argument goes, and where it is then; null where it is out of reach. */
    private record Shift(int steps, Ball argument) {
        static Shift of(Ball x, int bits) {
            if (x.isWhole() || x.radius().magnitude() > 0) {
                return null;
            }
            double start = x.doubleValue();
            double wanted = 0.3 * bits + 4;
            if (start >= wanted) {
                return new Shift(0, x);
            }
            if (!(start > -STEPS / 2.0)) {
                return null;
            }
            int steps = (int) Math.ceil(wanted - start);
            return steps > STEPS ? null : new Shift(steps, x.add(Ball.of(steps), bits));
        }
    }

    /** (x − ½) ln x − x + ½ ln 2π + Σ B₂ₖ/(2k(2k − 1)x^(2k−1)) */
    private static Ball stirling(Ball x, int bits) {
        Ball value = x.subtract(Ball.of(0.5), bits)
                .multiply(ElementaryBalls.ln(x, bits), bits)
                .subtract(x, bits)
                .add(ElementaryBalls.ln(ElementaryBalls.pi(bits).scale(1), bits).scale(-1), bits);
        Ball power = x;
        Ball square = x.multiply(x, bits);
        for (int k = 1; ; k++) {
            Ball divisor = power.multiply(Ball.of(2L * k * (2L * k - 1)), bits);
            Ball term = Ball.of(bernoulli(k), bits).divide(divisor, bits);
            if (term.isWhole()) {
                return term;
            }
            if (term.magnitude() < -bits || k > bits) {
                return value.widen(term);
            }
            value = value.add(term, bits);
            power = power.multiply(square, bits);
        }
    }

    /** ψ: ln x − 1/2x − Σ B₂ₖ/(2k x^2k); ψₙ: (−1)^(n+1) ((n−1)!/xⁿ + n!/2x^(n+1) + Σ B₂ₖ (2k+n−1)!/((2k)! x^(2k+n))) */
    private static Ball polygammaSeries(int n, Ball x, int bits) {
        Ball inverse = Ball.ONE.divide(x, bits);
        Ball square = inverse.multiply(inverse, bits);
        Ball value;
        Ball scale; // (2k + n − 1)!/((2k)! x^(2k+n))
        if (n == 0) {
            value = inverse.scale(-1).subtract(ElementaryBalls.ln(x, bits), bits);
            scale = square.scale(-1);
        } else {
            Ball power = inverse.power(BigInteger.valueOf(n), bits);
            Ball factorial = Ball.of(new Rational(factorial(n - 1), BigInteger.ONE), bits);
            Ball first = factorial.multiply(power, bits);
            value = first.add(
                    first.multiply(inverse, bits).multiply(Ball.of(n), bits).scale(-1), bits);
            scale = first.multiply(square, bits)
                    .multiply(Ball.of((long) n * (n + 1)), bits)
                    .scale(-1);
        }
        for (int k = 1; ; k++) {
            Ball term = scale.multiply(Ball.of(bernoulli(k), bits), bits);
            if (term.isWhole()) {
                return term;
            }
            if (term.magnitude() < value.magnitude() - bits || k > bits) {
                value = value.widen(term);
                return n % 2 == 0 ? value.negate() : value;
            }
            value = value.add(term, bits);
            long even = 2L * k;
            scale = scale.multiply(square, bits)
                    .multiply(Ball.of((even + n) * (even + n + 1)), bits)
                    .divide(Ball.of((even + 1) * (even + 2)), bits);
        }
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }

    /** @return B₂ₖ, from the tangent numbers */
    private static Rational bernoulli(int k) {
        List<Rational> known = bernoulli;
        if (known.size() < k) {
            synchronized (LOCK) {
                if (bernoulli.size() < k) {
                    bernoulli = bernoulliNumbers(Math.max(k + k / 4, 64));
                }
                known = bernoulli;
            }
        }
        return known.get(k - 1);
    }

    /** Brent and Harvey, <i>Fast computation of Bernoulli, tangent and secant numbers</i>, 2013. */
    private static List<Rational> bernoulliNumbers(int count) {
        BigInteger[] tangent = new BigInteger[count + 1];
        tangent[1] = BigInteger.ONE;
        for (int k = 2; k <= count; k++) {
            tangent[k] = tangent[k - 1].multiply(BigInteger.valueOf(k - 1));
        }
        for (int k = 2; k <= count; k++) {
            for (int j = k; j <= count; j++) {
                tangent[j] = tangent[j - 1]
                        .multiply(BigInteger.valueOf(j - k))
                        .add(tangent[j].multiply(BigInteger.valueOf(j - k + 2)));
            }
        }
        List<Rational> numbers = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            BigInteger power = BigInteger.ONE.shiftLeft(2 * k);
            BigInteger top = tangent[k].multiply(BigInteger.valueOf(2L * k));
            numbers.add(new Rational(k % 2 == 0 ? top.negate() : top, power.multiply(power.subtract(BigInteger.ONE))));
        }
        return List.copyOf(numbers);
    }
}
