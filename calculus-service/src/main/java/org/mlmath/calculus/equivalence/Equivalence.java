package org.mlmath.calculus.equivalence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mlmath.calculus.equivalence.EquivalentResult.Canonical;
import org.mlmath.calculus.equivalence.EquivalentResult.Values;
import org.mlmath.calculus.equivalence.Probe.Kind;
import org.mlmath.calculus.equivalence.Probe.Outcome;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.expression.identity.ConstantZero;
import org.mlmath.expression.identity.Identity;
import org.mlmath.expression.precision.Precise.Enclosed;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.Rational;

/**
 * Decides whether two expressions a and b are the same function.
 *
 * <p>In this order: simple points and those at which something changes, in doubles and, where these do not clearly agree, with certain
 * error bounds, for a counterexample; the canonical forms; more points. So a verdict {@code different} is proven, {@code equivalent}
 * by canonical form has also been looked at, and where time runs out the verdict is {@code undetermined}.
 *
 * <p>Source of the idea to decide by values: Gonnet, <i>Determining equivalence of expressions in random polynomial time</i>, STOC 1984.
 */
public final class Equivalence {
    /** Part of the time left that is used; the rest is for the answer. */
    private static final double SHARE = 0.8;

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final List<String> CONSTANTS_OF_INTEGRATION = List.of("C", "c", "K", "k");

    private final Report report = new Report();
    private final boolean strict;
    private final Deadline deadline;
    private Setting setting;
    private Expression a;
    private Expression b;
    private Sampling sampling;
    private boolean timeBounded;

    private Verdict verdict = Verdict.UNDETERMINED;
    private Proof proof;
    private Outcome counterexample;
    private String equalOn;

    private Equivalence(boolean strict, Deadline deadline) {
        this.strict = strict;
        this.deadline = deadline;
    }

    /**
     * @param domain bounds of variables, null for none
     * @param assumptions what is known of variables, null for nothing
     * @param strict whether single points at which one side is undefined matter
     * @param upToConstant whether a − b may be any constant
     * @throws MathException for text that is no expression, a domain or assumption for a name that is no variable, and for an equation
     *     beside something else
     */
    public static EquivalentResult decide(
            String a,
            String b,
            Map<String, Bounds> domain,
            Map<String, VariableAssumption> assumptions,
            boolean strict,
            boolean upToConstant,
            boolean explain,
            Deadline deadline) {
        Expression left = read(a, "/a");
        Expression right = read(b, "/b");
        Canonical canonical = new Canonical(Expressions.text(left), Expressions.text(right));
        Duration time = Duration.ofNanos(
                (long) (Math.min(LONGEST.toNanos(), deadline.remaining().toNanos() * SHARE)));
        Equivalence job = new Equivalence(strict, Deadline.in(time));
        List<String> integers = Parts.integers(List.of(left, right));
        job.setting = Setting.of(
                variables(left, right), named(domain, "/domain"), named(assumptions, "/assumptions"), integers);
        if (!integers.isEmpty()) {
            job.report.warn(
                    "assumed-integer",
                    "%s stands in bounds of a sum or product, or in gcd or lcm: only integers are looked at."
                            .formatted(String.join(", ", integers)),
                    "/assumptions");
        }
        job.warnOfLongNames();
        try {
            job.run(left, right, upToConstant);
        } catch (DeadlineExceededException e) {
            job.outOfTime();
        }
        deadline.check();
        return job.result(canonical, explain);
    }

    private static Expression read(String text, String pointer) {
        try {
            return Expressions.parse(text);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    private static List<String> variables(Expression a, Expression b) {
        TreeSet<String> names = new TreeSet<>(a.variables());
        names.addAll(b.variables());
        return List.copyOf(names);
    }

    private static <T> Map<String, T> named(Map<String, T> given, String pointer) {
        Map<String, T> result = new TreeMap<>();
        if (given != null) {
            given.forEach((name, value) -> result.put(Variables.name(name, pointer + "/" + name), value));
        }
        return result;
    }

    /** A name whose letters are variables themselves may be meant as their product. */
    private void warnOfLongNames() {
        List<String> names = setting.variables();
        for (String name : names) {
            if (name.length() > 1 && name.chars().allMatch(c -> names.contains(Character.toString(c)))) {
                report.warn(
                        "one-name",
                        "%s is read as one variable; a product is written %s."
                                .formatted(name, String.join("*", name.split(""))),
                        null);
            }
        }
    }

    private void run(Expression left, Expression right, boolean upToConstant) {
        a = left;
        b = right;
        if (Equations.isEquation(left) || Equations.isEquation(right)) {
            if (!(left instanceof Comparison) || !(right instanceof Comparison)) {
                boolean first = Equations.isEquation(left);
                throw new InvalidParameterException(
                                "%s is an equation and %s is not; compare two equations, or two expressions."
                                        .formatted(first ? "\"a\"" : "\"b\"", first ? "\"b\"" : "\"a\""))
                        .at(first ? "/b" : "/a");
            }
            if (Equations.isEquation(left) && Equations.isEquation(right)) {
                equations();
                return;
            }
        }
        if (upToConstant) {
            removeConstants();
        }
        compare();
    }

    /** Subtracts from each side its value at one point, and takes a constant of integration that only one has as 0. */
    private void removeConstants() {
        for (String name : CONSTANTS_OF_INTEGRATION) {
            if (a.variables().contains(name) != b.variables().contains(name)) {
                a = Substitution.of(a, name, Expressions.number(0));
                b = Substitution.of(b, name, Expressions.number(0));
            }
        }
        setting = new Setting(variables(a, b), setting.ranges(), setting.emptyRanges());
        CandidatePoints candidates = new CandidatePoints(setting, a, b, deadline);
        Probe probe = new Probe(a, b, setting.emptyRanges(), deadline);
        for (Map<String, Rational> point : candidates.simple()) {
            Kind kind = probe.at(point).kind();
            if (kind == Kind.EQUAL || kind == Kind.DIFFERENT) {
                report.step(
                        "constant",
                        "A constant does not count",
                        "From each side its value at %s is subtracted, so that a constant between them disappears."
                                .formatted(Report.place(probe.at(point))),
                        "a(x) - a(x_0) \\;\\text{and}\\; b(x) - b(x_0)",
                        null);
                a = new Sum(List.of(a, new Negate(Equations.at(a, point))));
                b = new Sum(List.of(b, new Negate(Equations.at(b, point))));
                return;
            }
        }
    }

    private void compare() {
        sampling = new Sampling(setting, a, b, strict, deadline);
        if (setting.variables().isEmpty()) {
            constants();
            return;
        }
        sampling.first();
        if (different()) {
            return;
        }
        if (sameForm()) {
            return;
        }
        Optional<Identity.Proof> identity = Identity.of(a, b, setting.known(), deadline);
        if (identity.isEmpty() || identity.get().method() != Identity.Method.NORMAL_FORM || sampling.both() == 0) {
            sampling.further(domain());
            if (different()) {
                return;
            }
        }
        if (identity.isPresent()
                && (sampling.enough()
                        || sampling.both() > 0 && identity.get().method() == Identity.Method.NORMAL_FORM)) {
            equivalent(Proof.ALGEBRA);
            explain(identity.get());
        } else if (sampling.enough()) {
            equivalent(Proof.SAMPLING);
            report.step(
                    "sampling",
                    "Agreement at many points",
                    "The values agree at all %d points of the common domain that were tried, at %d of them to %d digits or exactly."
                            .formatted(sampling.both(), sampling.precise(), Probe.DIGITS),
                    "a = b",
                    sampling.both());
        } else if (sampling.both() == 0) {
            report.warn("no-common-point", "No point was found at which both have a value.", null);
        }
    }

    private void constants() {
        Outcome outcome = sampling.probe().constants();
        switch (outcome.kind()) {
            case DIFFERENT, ONLY_A, ONLY_B -> {
                counterexample = outcome;
                conclude();
            }
            case EQUAL -> {
                if (a.equals(b) || sameForm()) {
                    equivalent(Proof.CANONICAL_FORM);
                } else if (outcome.a() instanceof Enclosed && provenConstants()) {
                    equivalent(Proof.ALGEBRA);
                } else if (outcome.a() instanceof Enclosed) {
                    equivalent(Proof.SAMPLING);
                    report.step(
                            "digits",
                            "Agreement in many digits",
                            "The two numbers agree to more than 1,000 digits.",
                            "a = b",
                            Report.number(outcome.a()));
                } else {
                    equivalent(Proof.ALGEBRA);
                    report.step(
                            "exact",
                            "Exact values",
                            "Both are "
                                    + Report.detail(outcome)
                                            .replaceAll(",.*", "")
                                            .replace("a = ", "") + ", exactly.",
                            "a = b",
                            Report.number(outcome.a()));
                }
            }
            default -> {
                if (a.equals(b) || outcome.kind() == Kind.UNCLEAR && sameForm()) {
                    equivalent(Proof.CANONICAL_FORM);
                } else if (outcome.kind() == Kind.NEITHER) {
                    report.warn("no-common-point", "Neither of the two has a value.", null);
                } else if (provenConstants()) {
                    equivalent(Proof.ALGEBRA);
                }
            }
        }
    }

    private boolean provenConstants() {
        if (ConstantZero.isProven(new Sum(List.of(a, new Negate(b))), deadline)) {
            report.step(
                    "separation-bound",
                    "Too small for anything but 0",
                    "The difference is built from algebraic numbers, logarithms and angles in such a way that it could not be as small as "
                            + "it is without being 0.",
                    "a - b = 0",
                    0);
            return true;
        }
        Optional<Identity.Proof> identity = Identity.of(a, b, setting.known(), deadline);
        identity.ifPresent(this::explain);
        return identity.isPresent();
    }

    private void explain(Identity.Proof identity) {
        String cases = identity.cases() == 1 ? "" : ", in each of %d cases of signs".formatted(identity.cases());
        String generators = identity.generators().stream().limit(12).collect(Collectors.joining(", "));
        String written = generators.isEmpty() ? "" : "Written in " + generators + cases + ", ";
        switch (identity.method()) {
            case NORMAL_FORM ->
                report.step(
                        "normal-form",
                        "The difference is 0",
                        written.isEmpty()
                                ? "Multiplied out, the numerator of a - b is 0."
                                : written + "the numerator of a - b is 0.",
                        "a - b = 0",
                        "0");
            case DERIVATIVE ->
                report.step(
                        "derivative",
                        "The derivative of the difference is 0",
                        written
                                + "all derivatives of a - b are 0: it is constant on each part of the domain, and 0 at the %d points that were looked at."
                                        .formatted(sampling.both()),
                        "\\nabla (a - b) = 0",
                        "0");
            case INDUCTION ->
                report.step(
                        "induction",
                        "The difference does not change with " + identity.variable(),
                        written
                                + "a - b is the same for %1$s and %1$s + 1, and it is 0 at the first values of %1$s."
                                        .formatted(identity.variable()),
                        "(a - b)(%1$s + 1) - (a - b)(%1$s) = 0".formatted(identity.variable()),
                        "0");
        }
    }

    /** @return whether the canonical forms are the same; says so */
    private boolean sameForm() {
        Expression left;
        Expression right;
        boolean zero = false;
        try {
            Simplifier simplifier = new Simplifier(deadline);
            left = simplifier.simplify(a);
            right = simplifier.simplify(b);
            zero = left.equals(right)
                    || simplifier
                            .simplify(new Sum(List.of(left, new Negate(right))))
                            .equals(Expressions.number(0));
        } catch (LimitExceededException e) {
            return false;
        }
        if (!zero) {
            return false;
        }
        equivalent(Proof.CANONICAL_FORM);
        boolean same = left.equals(right);
        report.step(
                "simplify",
                same ? "The same canonical form" : "The difference simplifies to 0",
                same
                        ? "Simplified, both read %s.".formatted(Expressions.text(left))
                        : "Simplified they read %s and %s, and their difference 0."
                                .formatted(Expressions.text(left), Expressions.text(right)),
                same ? Expressions.latex(left) : Expressions.latex(left) + " = " + Expressions.latex(right),
                Expressions.text(left));
        return true;
    }

    private void equivalent(Proof by) {
        verdict = Verdict.EQUIVALENT;
        proof = by;
        if (sampling != null && sampling.holes() > 0) {
            report.warn(
                    "holes-ignored",
                    "At single points only one of the two has a value; \"strictDomain\": true makes that a difference.",
                    "/strictDomain");
        }
        if (sampling != null && sampling.beyond() > 0) {
            report.warn(
                    "domain-differs",
                    "The number is compared with the other side where that has a value; \"strictDomain\": true makes the rest a difference.",
                    "/strictDomain");
        }
    }

    private boolean different() {
        if (sampling.difference() == null) {
            return false;
        }
        counterexample = sampling.difference();
        conclude();
        return true;
    }

    private void conclude() {
        verdict = Verdict.DIFFERENT;
        proof = Proof.COUNTEREXAMPLE;
        String place = Report.place(counterexample);
        report.step(
                "counterexample",
                "A point at which they differ",
                (place.isEmpty() ? "" : "At " + place + ": ") + Report.detail(counterexample) + ".",
                place.isEmpty() ? "a \\ne b" : place + ": \\; a \\ne b",
                Report.point(counterexample));
        if (setting.variables().isEmpty()) {
            return;
        }
        try {
            equalOn = new Agreement(setting, sampling.probe(), new CandidatePoints(setting, a, b, deadline)).text();
        } catch (DeadlineExceededException e) {
            timeBounded = true; // the verdict stands without it
        }
        if (equalOn != null) {
            report.warn("equal-on-part", "The two agree where %s.".formatted(equalOn), "/equalOn");
        }
    }

    private void equations() {
        Expression f = Equations.difference(a);
        Expression g = Equations.difference(b);
        report.warn(
                "equations",
                "Two equations are the same here if left minus right differ by a factor that is a number, or if they have the same "
                        + "real solutions.",
                null);
        CandidatePoints candidates = new CandidatePoints(setting, f, g, deadline);
        Equations equations = new Equations(setting, f, g, deadline);
        List<Expression> scaled = equations.scaled(candidates.simple());
        Expression givenA = a;
        Expression givenB = b;
        if (scaled != null) {
            a = scaled.getFirst();
            b = scaled.getLast();
            compare();
            if (verdict == Verdict.EQUIVALENT) {
                return;
            }
        }
        verdict = Verdict.UNDETERMINED;
        proof = null;
        counterexample = null;
        equalOn = null;
        report.steps().clear();
        report.warnings().removeIf(warning -> warning.code().equals("equal-on-part"));
        a = givenA;
        b = givenB;
        sampling = new Sampling(setting, a, b, strict, deadline);
        equations.compareSolutions(Equations.bases(candidates), candidates);
        if (equations.difference() != null) {
            counterexample = equations.difference();
            verdict = Verdict.DIFFERENT;
            proof = Proof.COUNTEREXAMPLE;
            boolean first = counterexample.a().sign() != 0;
            report.step(
                    "counterexample",
                    "A solution of one only",
                    "%s solves %s and not %s."
                            .formatted(Report.place(counterexample), first ? "a" : "b", first ? "b" : "a"),
                    Report.place(counterexample),
                    Report.point(counterexample));
        } else if (equations.common() > 0) {
            verdict = Verdict.EQUIVALENT;
            proof = Proof.SAMPLING;
            report.step(
                    "sampling",
                    "The same solutions",
                    "All %d real solutions that were found of one solve the other.".formatted(equations.common()),
                    "a \\Leftrightarrow b",
                    equations.common());
        }
    }

    private NaturalDomain domain() {
        try {
            return NaturalDomain.of(setting.restrict(new Sum(List.of(a, b))));
        } catch (LimitExceededException e) {
            return null;
        }
    }

    private void outOfTime() {
        timeBounded = true;
        if (verdict == Verdict.UNDETERMINED) {
            report.warn("time-bounded", "The time did not suffice; \"Prefer: wait\" may allow more.", null);
        }
    }

    private EquivalentResult result(Canonical canonical, boolean explain) {
        NaturalDomain domain = setting.variables().isEmpty() ? null : domain();
        String integers = setting.integersText();
        String where = domain == null ? null : domain.text();
        if (where != null && !integers.isEmpty()) {
            where = domain.isEverywhere() ? integers : where + ", " + integers;
        }
        if (verdict == Verdict.UNDETERMINED && !timeBounded) {
            report.warn(
                    "undetermined",
                    "No point was found at which the two differ, and too few at which they agree for certain.",
                    null);
        }
        int precise = sampling == null ? 0 : sampling.precise();
        boolean compared = verdict == Verdict.EQUIVALENT
                && (precise > 0 || setting.variables().isEmpty());
        return new EquivalentResult(
                verdict,
                proof,
                counterexample == null ? null : Report.point(counterexample),
                counterexample == null ? null : values(),
                where,
                equalOn,
                setting.variables(),
                canonical,
                explain ? report.steps() : null,
                conventions(),
                new EquivalentDiagnostics(
                        sampling == null ? 0 : sampling.both(), precise, compared ? Probe.DIGITS : 0, timeBounded),
                report.warnings());
    }

    private Map<String, String> conventions() {
        Map<String, String> conventions = new TreeMap<>();
        conventions.put("domain", "real numbers, where both sides have a value");
        conventions.put(
                "strictDomain",
                strict ? "single points count" : "single points at which one side is undefined do not count");
        if (!Parts.of(List.of(a, b), part -> part instanceof Series).isEmpty()) {
            conventions.put(
                    "ranges",
                    setting.emptyRanges()
                            ? "sums and products over nothing are 0 and 1"
                            : "sums and products over nothing are not looked at unless their bounds are assumed or bounded");
        }
        return conventions;
    }

    private Values values() {
        return Report.values(counterexample);
    }
}
