package org.mlmath.calculus.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mlmath.calculus.series.Acceleration.Sum;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.asymptotic.LimitAtInfinity;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.integrate.Antiderivative;
import org.mlmath.expression.integrate.Integrator;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.quadrature.SlowTail;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * Σ f(n) of terms that fall slowly, by the integral of f: the sum from N on is ∫ f + G₁f(N) + G₂Δf(N) + …, with the differences of the terms
 * and Gregory's coefficients 1/2, −1/12, 1/24, … Source: Hildebrand, <i>Introduction to Numerical Analysis</i>, section 5.9.
 */
final class IntegralTail {
    /** Terms that are added one by one; the differences after them fall like k!/Nᵏ. */
    private static final int HEAD = 160;

    private static final int DIFFERENCES = 32;
    private static final int BITS = 220;

    private IntegralTail() {}

    /**
     * @param terms f at the integers
     * @return null where f has no antiderivative by rules, or that no limit
     */
    static Sum of(
            Expression f, String index, Function<BigInteger, BigDecimal> terms, BigInteger from, Deadline deadline) {
        BigInteger first = from.add(BigInteger.valueOf(HEAD));
        BigDecimal integral = integral(f, index, first, deadline);
        if (integral == null) {
            return null;
        }
        BigDecimal total = integral;
        for (int i = 0; i < HEAD; i++) {
            total = total.add(terms.apply(from.add(BigInteger.valueOf(i))), Acceleration.DIGITS);
        }
        List<BigDecimal> differences = new ArrayList<>();
        for (int i = 0; i <= DIFFERENCES; i++) {
            BigDecimal term = terms.apply(first.add(BigInteger.valueOf(i)));
            if (term == null) {
                return null;
            }
            differences.add(term);
        }
        List<BigDecimal> coefficients = coefficients();
        BigDecimal last = BigDecimal.ZERO;
        for (int k = 1; k <= DIFFERENCES; k++) {
            last = coefficients.get(k).multiply(differences.getFirst(), Acceleration.DIGITS);
            total = total.add(last, Acceleration.DIGITS);
            for (int i = 0; i + 1 < differences.size(); i++) {
                differences.set(i, differences.get(i + 1).subtract(differences.get(i)));
            }
            differences.removeLast();
        }
        return new Sum(total, 10 * Math.abs(last.doubleValue()) + 1e-40, "integral");
    }

    /** ∫ f from N to ∞. */
    private static BigDecimal integral(Expression f, String index, BigInteger first, Deadline deadline) {
        try {
            Antiderivative found = Integrator.antiderivative(f, index, deadline);
            double from = first.doubleValue();
            boolean usable = found != null
                    && found.conditions().isEmpty()
                    && SlowTail.isSmooth(f, index, from, Double.POSITIVE_INFINITY, deadline)
                    && SlowTail.isSmooth(found.expression(), index, from, Double.POSITIVE_INFINITY, deadline);
            if (!usable) {
                return null;
            }
            Optional<Expression> end = LimitAtInfinity.of(found.expression(), index, deadline);
            if (end.isEmpty() || !end.get().variables().isEmpty() || isInfinite(end.get())) {
                return null;
            }
            Expression start = Substitution.of(found.expression(), index, Expressions.number(new BigDecimal(first)));
            Expression difference = new Expression.Sum(List.of(end.get(), new Expression.Negate(start)));
            return HighPrecision.enclosure(difference, Map.of(), BITS, deadline).decimal(Terms.DIGITS);
        } catch (MathException tooLarge) {
            deadline.check();
            return null;
        }
    }

    private static boolean isInfinite(Expression limit) {
        return limit == Constant.INFINITY
                || limit instanceof Expression.Negate(Expression operand) && operand == Constant.INFINITY;
    }

    /** Of x/ln(1 + x): G₀ = 1, Gₙ = −Σ (−1)ʲ Gₙ₋ⱼ/(j + 1), j from 1 to n. */
    private static List<BigDecimal> coefficients() {
        List<BigDecimal> coefficients = new ArrayList<>(List.of(BigDecimal.ONE));
        for (int n = 1; n <= DIFFERENCES; n++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int j = 1; j <= n; j++) {
                BigDecimal part = coefficients.get(n - j).divide(BigDecimal.valueOf(j + 1L), Acceleration.DIGITS);
                sum = j % 2 == 0 ? sum.subtract(part) : sum.add(part);
            }
            coefficients.add(sum);
        }
        return coefficients;
    }
}
