package org.mlmath.calculus.series;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlmath.calculus.series.Convergence.Verdict;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.asymptotic.LimitAtInfinity;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;

/**
 * Tests of convergence of Σ b(n), b > 0, by proven limits: of the exponent p = −ln b/ln n first, where p = 1 of the exponents of ln n, ln ln n
 * and so on (Bertrand's series).
 */
final class GrowthTests {
    private static final int LOGARITHMS = 3;
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private final String index;
    private final Deadline deadline;

    GrowthTests(String index, Deadline deadline) {
        this.index = index;
        this.deadline = deadline;
    }

    /** @return the limit of −ln b/ln n; empty where it is not found */
    Optional<Expression> exponent(Expression b) {
        return limit(negative(new Quotient(logarithm(b), logarithm(new Variable(index)))));
    }

    /** @return the limit at infinity; empty where it is not proven in good time */
    Optional<Expression> limit(Expression expression) {
        Deadline limited = deadline.remaining().compareTo(LONGEST) < 0 ? deadline : Deadline.in(LONGEST);
        try {
            return LimitAtInfinity.of(expression, index, limited);
        } catch (DeadlineExceededException late) {
            deadline.check();
            return Optional.empty();
        }
    }

    /** @return a limit as a double, 1 only where it is 1 */
    Double number(Expression limit) {
        if (limit == Constant.INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (limit instanceof Negate(Expression operand) && operand == Constant.INFINITY) {
            return null;
        }
        double value = HighPrecision.enclosure(limit, Map.of(), 80, deadline).doubleValue();
        Integer side = HighPrecision.enclosure(new Sum(List.of(limit, Expressions.number(-1))), Map.of(), 128, deadline)
                .sign();
        return value != 1 || side == null || side == 0 ? value : side > 0 ? Math.nextUp(1.0) : Math.nextDown(1.0);
    }

    private static Expression logarithm(Expression expression) {
        return Call.of(Function.LN, expression);
    }

    private static Expression negative(Expression expression) {
        return new Negate(expression);
    }

    /** @param p as n^(−p) the moduli fall, but for what is smaller than any power */
    Verdict byExponent(Expression b, Expression p) {
        if (p == Constant.INFINITY || p instanceof Negate(Expression operand) && operand == Constant.INFINITY) {
            boolean converges = p == Constant.INFINITY;
            return compared(
                    converges,
                    converges
                            ? "The terms are smaller than any power of %s.".formatted(index)
                            : "The terms are larger than any power of %s.".formatted(index),
                    p);
        }
        Integer sign = HighPrecision.enclosure(new Sum(List.of(p, Expressions.number(-1))), Map.of(), 128, deadline)
                .sign();
        if (sign == null) {
            return Verdict.NONE;
        }
        Optional<Expression> factor = limit(new Product(List.of(b, new Power(new Variable(index), p))));
        boolean alike = factor.isPresent()
                && factor.get().variables().isEmpty()
                && HighPrecision.enclosure(factor.get(), Map.of(), 64, deadline).isDefined()
                && !factor.get().equals(Expressions.number(0));
        if (!alike && sign == 0) {
            return Verdict.NONE;
        }
        if (!alike) {
            return compared(
                    sign > 0,
                    "The terms are like %s^(-%s) but for factors smaller than any power: the series %s."
                            .formatted(index, raised(p), sign > 0 ? "converges" : "diverges"),
                    p);
        }
        String limit = Expressions.text(factor.get());
        return new Verdict(
                sign > 0,
                "p-series",
                "The terms are like %s^(-%s): their quotient goes to %s. The p-series with p = %s %s."
                        .formatted(index, raised(p), limit, Expressions.text(p), sign > 0 ? "converges" : "diverges"),
                "\\lim_{%s \\to \\infty} %s^{%s} a_{%s} = %s"
                        .formatted(index, index, Expressions.latex(p), index, Expressions.latex(factor.get())),
                null);
    }

    private static String raised(Expression p) {
        String text = Expressions.text(p);
        return p instanceof Expression.Number || text.matches("[a-z]+") ? text : "(" + text + ")";
    }

    private Verdict compared(boolean converges, String detail, Expression p) {
        return new Verdict(
                converges,
                "comparison",
                detail,
                "\\lim_{%s \\to \\infty} -\\frac{\\ln a_{%s}}{\\ln %s} = %s"
                        .formatted(index, index, index, Expressions.latex(p)),
                null);
    }

    /** Like 1/n but for factors smaller than any power: by the powers of ln n, ln ln n, … among these. */
    Verdict byLogarithms(Expression b) {
        Expression rest = new Product(List.of(new Variable(index), b));
        Expression scale = logarithm(new Variable(index));
        for (int level = 0; level < LOGARITHMS; level++) {
            Optional<Expression> q = limit(negative(new Quotient(logarithm(rest), logarithm(scale))));
            if (q.isEmpty()) {
                return Verdict.NONE;
            }
            Verdict verdict = byExponent(rest, q.get(), scale);
            if (verdict.converges() != null) {
                return verdict;
            }
            rest = new Product(List.of(rest, scale));
            scale = logarithm(scale);
        }
        return Verdict.NONE;
    }

    /** Bertrand's series: 1/(n ln n … (scale)^q) converges if q > 1. */
    private Verdict byExponent(Expression rest, Expression q, Expression scale) {
        boolean infinite = q == Constant.INFINITY;
        boolean minus = q instanceof Negate(Expression operand) && operand == Constant.INFINITY;
        Integer sign = infinite || minus
                ? (Integer) (infinite ? 1 : -1)
                : HighPrecision.enclosure(new Sum(List.of(q, Expressions.number(-1))), Map.of(), 128, deadline)
                        .sign();
        if (sign == null || sign == 0) {
            return Verdict.NONE;
        }
        return new Verdict(
                sign > 0,
                "bertrand",
                "Beside %s the terms fall like the power %s of 1/%s, which is %s 1: the series %s."
                        .formatted(
                                "1/" + index,
                                Expressions.text(q),
                                Expressions.text(scale),
                                sign > 0 ? "more than" : "less than",
                                sign > 0 ? "converges" : "diverges"),
                "\\lim_{%s \\to \\infty} -\\frac{\\ln \\left(%s\\right)}{\\ln %s} = %s"
                        .formatted(index, Expressions.latex(rest), Expressions.latex(scale), Expressions.latex(q)),
                null);
    }
}
