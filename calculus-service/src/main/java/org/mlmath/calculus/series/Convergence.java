package org.mlmath.calculus.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.mlmath.calculus.limit.Approach;
import org.mlmath.calculus.limit.Tendency;
import org.mlmath.calculus.limit.Tendency.Kind;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * Tests of convergence of Σ b(n) for b ≥ 0 that is a formula between the integers too. In turn: the terms' limit, the ratio of
 * successive terms, comparison with n^(−p), and Cauchy's condensation, which turns 1/(n lnˢ n) into 1/kˢ and starts again. The exponent
 * is a proven limit wherever there is one.
 */
final class Convergence {
    /** @param limit on which the test rests */
    record Verdict(Boolean converges, String test, String detail, String latex, Double ratio) {
        static final Verdict NONE = new Verdict(null, null, null, null, null);
    }

    private static final int CONDENSATIONS = 2;

    private final String index;
    private final Deadline deadline;
    private final GrowthTests growth;

    Convergence(String index, Deadline deadline) {
        this.index = index;
        this.growth = new GrowthTests(index, deadline);
        this.deadline = deadline;
    }

    Verdict of(Expression moduli) {
        return of(moduli, CONDENSATIONS);
    }

    private Verdict of(Expression b, int condensations) {
        if (isNotZero(b)) {
            return new Verdict(
                    false,
                    "nth-term",
                    "The terms do not go to 0, so the series diverges.",
                    "\\lim_{%s \\to \\infty} %s \\ne 0".formatted(index, Expressions.latex(b)),
                    null);
        }
        Expression next = Substitution.of(b, index, new Sum(List.of(new Variable(index), Expressions.number(1))));
        Double q = ratio(new Simplifier(deadline).simplify(new Quotient(next, b)));
        if (q != null && q != 1) {
            boolean geometric = isConstantRatio(b, q);
            return new Verdict(
                    q < 1,
                    geometric ? "geometric" : "ratio",
                    "The ratio of successive terms %s %.6g, which is %s 1."
                            .formatted(geometric ? "is" : "goes to", q, q < 1 ? "less than" : "more than"),
                    "\\lim_{%s \\to \\infty} \\frac{a_{%s+1}}{a_{%s}} = %.6g".formatted(index, index, index, q),
                    q);
        }
        return comparison(b, condensations);
    }

    private Tendency tendency(Expression expression) {
        return Tendency.of(Approach.of(expression, index, Constant.INFINITY, false, deadline));
    }

    /** By proof where there is one: (ln n)^100/n² grows for as long as anybody looks. */
    private boolean isNotZero(Expression b) {
        Optional<Expression> proven = growth.limit(b);
        if (proven.isPresent()) {
            return !proven.get().equals(Expressions.number(0));
        }
        Tendency limit = tendency(b);
        boolean number = limit.kind() == Kind.NUMBER
                && Math.abs(limit.value().doubleValue()) > 1e-9 + 10 * Math.max(0, limit.error());
        return number || limit.kind() == Kind.OSCILLATES || limit.kind() == Kind.PLUS_INFINITY;
    }

    /** @return the limit of the ratio, 1 where it may be 1; null where there is none */
    private Double ratio(Expression ratio) {
        Optional<Expression> proven = growth.limit(ratio);
        if (proven.isPresent()) {
            return growth.number(proven.get());
        }
        Tendency limit = tendency(ratio);
        return switch (limit.kind()) {
            case NUMBER -> {
                double q = limit.value().doubleValue();
                yield Math.abs(q - 1) > 1e-9 + 10 * Math.max(0, limit.error()) ? q : 1;
            }
            case PLUS_INFINITY -> Double.POSITIVE_INFINITY;
            default -> null;
        };
    }

    private boolean isConstantRatio(Expression b, double q) {
        Approach approach = Approach.of(b, index, Constant.INFINITY, false, deadline);
        double first = approach.at(2, Rational.ONE).doubleValue();
        double second = approach.at(3, Rational.ONE).doubleValue();
        return Math.abs(second / first - Math.pow(q, 4)) <= 1e-12 * Math.pow(q, 4);
    }

    /** With n^(−p), p being the limit of −ln b/ln n where that is found, else what b falls like at 2²⁵⁶ … 2⁵¹². */
    private Verdict comparison(Expression b, int condensations) {
        Optional<Expression> p = growth.exponent(b);
        if (p.isEmpty()) {
            return byValues(b, condensations);
        }
        Verdict verdict = growth.byExponent(b, p.get());
        if (verdict.converges() == null && condensations > 0) {
            verdict = condensed(b, condensations);
        }
        return verdict.converges() == null ? growth.byLogarithms(b) : verdict;
    }

    private Verdict byValues(Expression b, int condensations) {
        Approach approach = Approach.of(b, index, Constant.INFINITY, false, deadline);
        Double near = logarithm(approach.at(256, Rational.ONE));
        Double far = logarithm(approach.at(512, Rational.ONE));
        if (near == null || far == null) {
            return raabe(b);
        }
        double slope = (near - far) / 256;
        Rational p = nearest(slope);
        Tendency quotient = tendency(times(b, p));
        if (quotient.kind() == Kind.NUMBER && Math.abs(quotient.value().doubleValue()) > 1e-9) {
            boolean converges = p.compareTo(Rational.ONE) > 0;
            return new Verdict(
                    converges,
                    "p-series",
                    "The terms are like %s^(-%s): their quotient goes to %.6g. The p-series with p = %s %s."
                            .formatted(
                                    index, p, quotient.value().doubleValue(), p, converges ? "converges" : "diverges"),
                    "\\lim_{%s \\to \\infty} %s^{%s} a_{%s} = %.6g"
                            .formatted(index, index, p, index, quotient.value().doubleValue()),
                    null);
        }
        if (Math.abs(slope - 1) > 0.1) {
            Rational between = nearest((slope + 1) / 2);
            Kind kind = tendency(times(b, between)).kind();
            boolean fits = slope > 1 ? kind == Kind.NUMBER : kind == Kind.PLUS_INFINITY;
            if (fits) {
                return new Verdict(
                        slope > 1,
                        "comparison",
                        "The terms are %s than %s^(-%s), whose series %s."
                                .formatted(
                                        slope > 1 ? "smaller" : "larger",
                                        index,
                                        between,
                                        slope > 1 ? "converges" : "diverges"),
                        "a_{%s} %s %s^{-%s}".formatted(index, slope > 1 ? "\\ll" : "\\gg", index, between),
                        null);
            }
        }
        Verdict raabe = raabe(b);
        if (raabe.converges() != null) {
            return raabe;
        }
        return condensations > 0 && Math.abs(slope - 1) < 0.5 ? condensed(b, condensations) : Verdict.NONE;
    }

    /** n(1 − aₙ₊₁/aₙ) → p, where the terms themselves are too large or small to be looked at far out. */
    private Verdict raabe(Expression b) {
        Expression next = Substitution.of(b, index, new Sum(List.of(new Variable(index), Expressions.number(1))));
        Expression rest = new Sum(List.of(Expressions.number(1), new Negate(new Quotient(next, b))));
        Tendency limit = tendency(new Product(List.of(new Variable(index), rest)));
        if (limit.kind() != Kind.NUMBER) {
            return Verdict.NONE;
        }
        double p = limit.value().doubleValue();
        if (!(Math.abs(p - 1) > 1e-6 + 10 * Math.max(0, limit.error()))) {
            return Verdict.NONE;
        }
        return new Verdict(
                p > 1,
                "raabe",
                "The limit is %.6g, which is %s 1.".formatted(p, p > 1 ? "more than" : "less than"),
                "\\lim_{%s \\to \\infty} %s \\left(1 - \\frac{a_{%s+1}}{a_{%s}}\\right) = %.6g"
                        .formatted(index, index, index, index, p),
                null);
    }

    /** At 2ᵏ, or next to it, where the logarithms in it are of such a number: moving the index changes nothing. */
    private Verdict condensed(Expression b, int condensations) {
        for (int shift = 0; shift <= 3; shift++) {
            Verdict verdict = condensed(b, shift, condensations);
            if (verdict.converges() != null) {
                return verdict;
            }
        }
        return Verdict.NONE;
    }

    private Verdict condensed(Expression b, int shift, int condensations) {
        Expression power = new Power(Expressions.number(2), new Variable(index));
        Simplifier simplifier = new Simplifier(deadline);
        Expression moved = shift == 0 ? power : new Sum(List.of(power, Expressions.number(-shift)));
        Expression inner = Logarithms.ofPowersOfTwo(simplifier.simplify(Substitution.of(b, index, moved)), index);
        Expression condensed = simplifier.product(List.of(power, simplifier.simplify(inner)));
        Verdict verdict = of(condensed, condensations - 1);
        return verdict.converges() == null
                ? verdict
                : new Verdict(
                        verdict.converges(),
                        "condensation",
                        "By Cauchy's condensation the series converges if and only if that of %s does: %s"
                                .formatted(Expressions.text(condensed), verdict.detail()),
                        "\\sum 2^{%s} a_{2^{%s}}".formatted(index, index),
                        null);
    }

    private Expression times(Expression b, Rational p) {
        Expression exponent = Expressions.parse(p.toString());
        return new Simplifier(deadline).simplify(new Product(List.of(new Power(new Variable(index), exponent), b)));
    }

    /** To a twelfth: halves, thirds and quarters are what exponents are. */
    private static Rational nearest(double slope) {
        return new Rational(BigInteger.valueOf(Math.round(slope * 12)), BigInteger.valueOf(12));
    }

    /** To the base 2. */
    private static Double logarithm(Precise value) {
        if (!value.isDefined() || value.ball(64).isZero()) {
            return null;
        }
        BigDecimal digits = value.decimal(20);
        if (digits == null || digits.signum() <= 0) {
            return null;
        }
        return (Math.log(digits.unscaledValue().doubleValue()) - digits.scale() * Math.log(10)) / Math.log(2);
    }
}
