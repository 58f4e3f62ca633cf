package org.mlmath.calculus.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mlmath.calculus.limit.ClosedForm;
import org.mlmath.calculus.point.Bound;
import org.mlmath.calculus.point.Variables;
import org.mlmath.calculus.series.Acceleration.Sum;
import org.mlmath.calculus.series.Convergence.Verdict;
import org.mlmath.calculus.series.Signs.Pattern;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.print.Latex;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.symbolic.ComputerAlgebra;

/**
 * Sums over ranges of integers.
 *
 * <p>Finite: exact where every term is rational, else in sixty digits. Infinite: whether the series converges is decided by the terms'
 * limit, the ratio test, comparison with a p-series, condensation, Leibniz' and Dirichlet's tests; its value comes from a sum
 * accelerated as the kind of convergence asks for, compared with another.
 */
public final class SeriesSum {
    /** Terms of a finite sum that are added one by one. */
    private static final int TERMS = 200_000;

    private static final int EXACT_BITS = 1_300;
    private static final double GEOMETRIC = 0.97;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "empty", "a range that ends before it begins has the sum 0",
            "value",
                    "of a convergent series the limit of its partial sums; divergent series have none, also where other summations give one");

    private final Expression term;
    private final String index;
    private final BigInteger from;
    private final Deadline deadline;
    private final Terms terms;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private SeriesSum(Expression term, String index, BigInteger from, Deadline deadline) {
        this.term = term;
        this.index = index;
        this.from = from;
        this.deadline = deadline;
        this.terms = new Terms(term, index, deadline);
    }

    /** What has been found out; nulls where it has not. */
    private record Found(
            Boolean converges,
            Boolean absolutely,
            String test,
            BigDecimal value,
            double error,
            Expression exact,
            boolean verified,
            String method) {}

    /**
     * @param variable null: the only variable of the term, n if it has none
     * @throws InvalidParameterException where there are other variables or the range does not consist of integers
     * @throws DomainException where a term has no value
     * @throws LimitExceededException where a finite sum is too long
     */
    public static SeriesResult of(
            String text, String variable, Bound from, Bound to, int partialSums, boolean explain, Deadline deadline) {
        Expression term = Variables.of(text, null, "/term").expression();
        List<String> free = term.variables();
        String by = variable == null ? free.isEmpty() ? "n" : free.getFirst() : Variables.name(variable, "/variable");
        for (String name : free) {
            if (!name.equals(by)) {
                throw new InvalidParameterException(
                                "The term has the variable %s besides %s; a sum is of numbers.".formatted(name, by))
                        .at(variable == null ? "/variable" : "/term");
            }
        }
        BigInteger first = integer(from, "/from");
        SeriesSum sum = new SeriesSum(term, by, first, deadline);
        try {
            Found found = to.isInfinite() && to.value() > 0
                    ? sum.infinite()
                    : sum.finite(to.isInfinite() ? first.subtract(BigInteger.ONE) : integer(to, "/to"));
            return sum.result(found, to, partialSums, explain);
        } catch (MathException e) {
            throw e.pointer().isEmpty() ? e.at("/term") : e;
        }
    }

    private static BigInteger integer(Bound bound, String pointer) {
        double value = bound.value();
        if (!(Math.abs(value) < 1e15) || value != Math.rint(value)) {
            String why = value == Math.rint(value) ? "up to 10^15 in modulus" : "only";
            throw new InvalidParameterException("A sum runs over integers %s.".formatted(why)).at(pointer);
        }
        return BigInteger.valueOf((long) value);
    }

    private Found finite(BigInteger last) {
        BigInteger count = last.subtract(from).add(BigInteger.ONE);
        if (count.signum() <= 0) {
            return new Found(true, true, null, BigDecimal.ZERO, 0, Expressions.number(0), true, "exact");
        }
        if (count.compareTo(BigInteger.valueOf(TERMS)) > 0) {
            return closedForm(last);
        }
        Rational exact = Rational.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        double size = 0;
        for (BigInteger n = from; n.compareTo(last) <= 0; n = n.add(BigInteger.ONE)) {
            Precise value = terms.at(n);
            exact = exact != null && value instanceof Precise.Exact(Rational number) && isShort(exact)
                    ? exact.add(number)
                    : null;
            BigDecimal digits = terms.decimal(n);
            if (digits == null) {
                throw new LimitExceededException("The term at %s = %s is too large.".formatted(index, n));
            }
            size = Math.max(size, Math.abs(digits.doubleValue()));
            total = total.add(digits, Acceleration.DIGITS);
        }
        double error = count.doubleValue() * size * 1e-58;
        if (exact != null && isShort(exact)) {
            BigDecimal value =
                    new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()), Acceleration.DIGITS);
            return new Found(true, true, null, value, 0, Expressions.parse(exact.toString()), true, "exact");
        }
        return new Found(true, true, null, total, error, null, true, "direct");
    }

    private static boolean isShort(Rational value) {
        return value.numerator().bitLength() <= EXACT_BITS
                && value.denominator().bitLength() <= EXACT_BITS;
    }

    /** Too many terms to add: by a formula in the last index, checked where adding is possible. */
    private Found closedForm(BigInteger last) {
        String end = index.equals("m") ? "k" : "m";
        Optional<Expression> formula = ComputerAlgebra.sum(
                term, index, Expressions.number(new BigDecimal(from)), new Expression.Variable(end), deadline);
        if (formula.isPresent() && holds(formula.get(), end)) {
            Expression value = new Simplifier(deadline)
                    .simplify(Substitution.of(formula.get(), end, Expressions.number(new BigDecimal(last))));
            BigDecimal digits =
                    HighPrecision.enclosure(value, Map.of(), 220, deadline).decimal(Terms.DIGITS);
            if (digits != null) {
                return new Found(true, true, null, digits, 0, value, true, "exact");
            }
        }
        LimitExceededException e = new LimitExceededException(
                "The sum has more than %,d terms, and no formula for it was found.".formatted(TERMS));
        e.with("limit", TERMS);
        throw e;
    }

    private boolean holds(Expression formula, String end) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < 12; i++) {
            BigInteger n = from.add(BigInteger.valueOf(i));
            total = total.add(terms.decimal(n), Acceleration.DIGITS);
            BigDecimal value = HighPrecision.enclosure(
                            formula, Map.of(end, new Rational(n, BigInteger.ONE)), 220, deadline)
                    .decimal(Terms.DIGITS);
            if (value == null || differ(value, total) > 1e-45) {
                return false;
            }
        }
        return true;
    }

    private static double differ(BigDecimal a, BigDecimal b) {
        return Math.abs(a.subtract(b).doubleValue()) / Math.max(1, Math.abs(a.doubleValue()));
    }

    private Found infinite() {
        for (int i = 0; i < 64; i++) {
            terms.at(from.add(BigInteger.valueOf(i))); // a term without a value is an error, not a divergence
        }
        if (new Simplifier(deadline).simplify(term).equals(Expressions.number(0))) {
            return new Found(true, true, "zero", BigDecimal.ZERO, 0, Expressions.number(0), true, "exact");
        }
        Signs signs = Signs.of(term, index, terms, from, deadline);
        Convergence convergence = new Convergence(index, deadline);
        Verdict moduli = signs.moduli() == null ? Verdict.NONE : convergence.of(signs.moduli());
        Bounded bounded = Bounded.of(term);
        if (signs.moduli() == null && !bounded.factors().isEmpty()) {
            return irregular(bounded, convergence);
        }
        if (moduli.converges() == null) {
            return undecided();
        }
        step(moduli);
        if (moduli.converges()) {
            return summed(true, moduli, signs);
        }
        boolean grows = moduli.test().equals("nth-term") || moduli.ratio() != null;
        if (signs.pattern() == Pattern.POSITIVE || signs.pattern() == Pattern.NEGATIVE || grows) {
            return new Found(false, false, moduli.test(), null, Double.NaN, null, true, null);
        }
        if (signs.pattern() == Pattern.MIXED) {
            steps.clear(); // that the moduli diverge decides nothing
            return undecided();
        }
        if (!falls(signs.moduli())) {
            return undecided();
        }
        Verdict leibniz = new Verdict(
                true,
                "leibniz",
                "The signs alternate and the moduli fall to 0: the series converges, though not absolutely.",
                "a_{%s} \\searrow 0".formatted(index),
                null);
        step(leibniz);
        return summed(false, leibniz, signs);
    }

    /** Sines and cosines of the index: absolutely by a majorant, or by Dirichlet's test. */
    private Found irregular(Bounded bounded, Convergence convergence) {
        Verdict majorant = convergence.of(bounded.rest());
        if (Boolean.TRUE.equals(majorant.converges())) {
            step(majorant);
            Verdict comparison = new Verdict(
                    true,
                    "comparison",
                    "The moduli are at most those of this series, which converges.",
                    "\\left|a_{%s}\\right| \\le %s".formatted(index, Expressions.latex(bounded.rest())),
                    majorant.ratio());
            step(comparison);
            return valued(
                    true,
                    comparison,
                    majorant.ratio() == null ? null : Acceleration.direct(terms::decimal, from, deadline),
                    true);
        }
        if ("nth-term".equals(majorant.test())
                || bounded.factors().size() != 1
                || !isWave(bounded.factors().getFirst())
                || !falls(bounded.rest())) {
            return undecided();
        }
        Verdict dirichlet = new Verdict(
                true,
                "dirichlet",
                "The sums of %s are bounded and the other factor falls to 0."
                        .formatted(Expressions.text(bounded.factors().getFirst())),
                Expressions.latex(bounded.rest()) + " \\searrow 0",
                null);
        step(dirichlet);
        return valued(false, dirichlet, null, true);
    }

    /** sin(cn + d) or cos(cn + d), c no multiple of 2π. */
    private boolean isWave(Expression factor) {
        if (!(factor instanceof Call(var _, List<Expression> arguments))) {
            return false;
        }
        Terms argument = new Terms(arguments.getFirst(), index, deadline);
        BigDecimal before = argument.decimal(BigInteger.ONE);
        BigDecimal step = argument.decimal(BigInteger.TWO).subtract(before);
        for (int i = 2; i < 12; i++) {
            BigDecimal next = argument.decimal(BigInteger.valueOf(i));
            BigDecimal after = argument.decimal(BigInteger.valueOf(i + 1L));
            if (differ(after.subtract(next), step) > 1e-40) {
                return false;
            }
        }
        return Math.abs(Math.sin(step.doubleValue() / 2)) > 1e-9;
    }

    private Found undecided() {
        warnings.add(new Warning("undecided", "None of the tests decides whether the series converges.", "/converges"));
        return new Found(null, null, null, null, Double.NaN, null, false, null);
    }

    /** Whether moduli fall, at sample indices near and far. */
    private boolean falls(Expression moduli) {
        Terms values = new Terms(moduli, index, deadline);
        for (int shift : new int[] {6, 7, 8, 10, 14, 20, 40}) {
            BigInteger n = from.max(BigInteger.ZERO).add(BigInteger.ONE.shiftLeft(shift));
            BigDecimal a = values.decimal(n);
            BigDecimal b = values.decimal(n.add(BigInteger.ONE));
            if (a == null || b == null || a.compareTo(b) < 0) {
                return false;
            }
        }
        return true;
    }

    private Found summed(boolean absolutely, Verdict verdict, Signs signs) {
        Sum sum = null;
        boolean quick = verdict.ratio() != null && verdict.ratio() <= GEOMETRIC;
        if (quick) {
            sum = Acceleration.direct(terms::decimal, from, deadline);
        } else if (signs.pattern() == Pattern.ALTERNATING) {
            sum = alternating();
        } else if (signs.pattern() != Pattern.MIXED) {
            sum = condensed();
            sum = sum == null || sum.error() > 1e-9 ? integrated() : sum;
        }
        sum = sum != null && sum.error() > 1e-9 ? null : sum;
        return valued(absolutely, verdict, sum, signs.pattern() == Pattern.MIXED);
    }

    /** The first terms as they are; the rest, which is regular, accelerated. */
    private Sum alternating() {
        int head = 16;
        BigInteger start = from.add(BigInteger.valueOf(head));
        Integer sign = terms.at(start).sign();
        Sum tail = Acceleration.alternating(
                n -> terms.decimal(n) == null ? null : terms.decimal(n).abs(), start);
        if (tail == null || sign == null) {
            return null;
        }
        BigDecimal value = sign < 0 ? tail.value().negate() : tail.value();
        return new Sum(head(head).add(value, Acceleration.DIGITS), tail.error(), tail.method());
    }

    private Sum condensed() {
        int head = 16;
        BigInteger before = from.add(BigInteger.valueOf(head - 1L));
        Function<BigInteger, BigDecimal> shifted = k -> terms.decimal(before.add(k));
        Sum tail = Acceleration.condensed(shifted, deadline);
        return tail == null
                ? null
                : new Sum(head(head).add(tail.value(), Acceleration.DIGITS), tail.error(), tail.method());
    }

    private Sum integrated() {
        return IntegralTail.of(term, index, terms::decimal, from, deadline);
    }

    private BigDecimal head(int count) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            total = total.add(terms.decimal(from.add(BigInteger.valueOf(i))), Acceleration.DIGITS);
        }
        return total;
    }

    /** @param irregular whether the ε-algorithm has a case: of regular, slowly converging series it makes nothing */
    private Found valued(boolean absolutely, Verdict verdict, Sum sum, boolean irregular) {
        Sum second = Acceleration.epsilon(terms::decimal, from);
        boolean agree = sum != null
                && second != null
                && second.error() < 1e-6
                && differ(sum.value(), second.value()) <= 10 * (sum.error() + second.error()) + 1e-30;
        String method = sum == null ? "epsilon" : sum.method();
        Sum best = sum != null ? sum : irregular && second != null && second.error() < 1e-12 ? second : null;
        if (best == null) {
            warnings.add(new Warning(
                    "too-slow", "The series converges, but too slowly for its value to be computed.", "/value"));
            return new Found(true, absolutely, verdict.test(), null, Double.NaN, exactByAlgebra(null), false, null);
        }
        Expression exact = exactByAlgebra(best);
        boolean derived = exact != null;
        if (exact == null) {
            exact = ClosedForm.of(best.value(), best.error(), deadline);
            if (exact != null) {
                exact = new Simplifier(deadline).simplify(exact);
                warnings.add(new Warning(
                        "recognised",
                        "The formula is recognised by more than twenty digits of the sum; it is not derived.",
                        "/exact"));
            }
        }
        return new Found(
                true,
                absolutely,
                verdict.test(),
                best.value(),
                derived ? 0 : best.error(),
                exact,
                derived || agree || best.error() < 1e-25,
                derived ? "exact" : method);
    }

    /** @return computer algebra's formula, where the digits agree */
    private Expression exactByAlgebra(Sum sum) {
        if (sum == null) {
            return null;
        }
        return ComputerAlgebra.sum(term, index, Expressions.number(new BigDecimal(from)), Constant.INFINITY, deadline)
                .filter(found -> found.variables().isEmpty())
                .filter(found -> {
                    BigDecimal digits = HighPrecision.enclosure(found, Map.of(), 220, deadline)
                            .decimal(Terms.DIGITS);
                    return digits != null && differ(digits, sum.value()) <= 10 * sum.error() + 1e-25;
                })
                .map(this::shorter)
                .orElse(null);
    }

    private Expression shorter(Expression exact) {
        return ComputerAlgebra.simplify(exact, deadline)
                .filter(other -> Expressions.text(other).length()
                        < Expressions.text(exact).length())
                .filter(other -> {
                    BigDecimal a = HighPrecision.enclosure(exact, Map.of(), 220, deadline)
                            .decimal(Terms.DIGITS);
                    BigDecimal b = HighPrecision.enclosure(other, Map.of(), 220, deadline)
                            .decimal(Terms.DIGITS);
                    return a != null && b != null && differ(a, b) < 1e-50;
                })
                .orElse(exact);
    }

    private void step(Verdict verdict) {
        steps.add(new Step(
                verdict.test(), title(verdict.test()), verdict.detail(), verdict.latex(), verdict.converges()));
    }

    private static String title(String test) {
        return switch (test) {
            case "nth-term" -> "Limit of the terms";
            case "geometric" -> "Geometric series";
            case "ratio" -> "Ratio test";
            case "p-series" -> "Comparison with a p-series";
            case "condensation" -> "Cauchy's condensation";
            case "leibniz" -> "Leibniz' test";
            case "dirichlet" -> "Dirichlet's test";
            case "raabe" -> "Raabe's test";
            case "bertrand" -> "Bertrand's test";
            default -> "Comparison";
        };
    }

    private SeriesResult result(Found found, Bound to, int wanted, boolean explain) {
        Double value = found.value() == null ? null : found.value().doubleValue();
        if (value != null && !Double.isFinite(value)) {
            value = null;
            warnings.add(new Warning("overflow", "The sum is too large for a double; see \"exact\".", "/value"));
        }
        String exact = found.exact() == null ? null : Expressions.text(found.exact());
        String latex = "\\sum_{%s=%s}^{%s} %s"
                .formatted(
                        Latex.variable(index),
                        from,
                        Expressions.latex(to.formula()),
                        term instanceof Expression.Sum
                                ? "\\left(" + Expressions.latex(term) + "\\right)"
                                : Expressions.latex(term));
        if (found.exact() != null) {
            latex += " = " + Expressions.latex(found.exact());
        } else if (value != null) {
            latex += " \\approx " + Latex.number(value);
        }
        if (value != null) {
            steps.add(new Step(
                    "value",
                    "Sum",
                    exact == null ? "The sum, accelerated." : "The sum is %s.".formatted(exact),
                    latex,
                    value));
        }
        double error = found.error();
        return new SeriesResult(
                value,
                found.converges(),
                found.absolutely(),
                found.test(),
                exact,
                latex,
                partialSums(to, wanted),
                index,
                explain ? steps : null,
                CONVENTIONS,
                new SeriesDiagnostics(
                        value == null || Double.isNaN(error) ? null : (Double) error,
                        terms.evaluations(),
                        found.verified(),
                        found.method()),
                warnings);
    }

    private double[] partialSums(Bound to, int wanted) {
        long available = to.isInfinite()
                ? (to.value() > 0 ? wanted : 0)
                : Math.max(0, (long) to.value() - from.longValueExact() + 1);
        double[] sums = new double[(int) Math.min(wanted, available)];
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < sums.length; i++) {
            BigDecimal next = terms.decimal(from.add(BigInteger.valueOf(i)));
            total = next == null || total == null ? null : total.add(next, Acceleration.DIGITS);
            sums[i] = total == null ? Double.NaN : total.doubleValue();
        }
        return sums;
    }
}
