package org.mlmath.expression.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.print.Latex;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * The real numbers, or points, at which an expression has a value: where denominators are not zero, logarithms are of positive
 * numbers, and so on.
 *
 * <p>As conditions always; for one variable, where these can be solved exactly, as intervals with progressions of single
 * points cut out ({@code tan(x)}: all but π/2 + kπ). Conditions that hold everywhere are left out.
 *
 * <p>One instance per thread: it evaluates in place.
 */
public final class NaturalDomain {
    /** Points of a progression up to which they are cut out of bounded intervals one by one. */
    private static final int CUT_OUT = 64;

    private static final Optional<List<Progression>> NOTHING_CUT_OUT = Optional.of(List.of());

    private final List<String> variables;
    private final List<Condition> conditions;
    private final List<Progression> exclusions;
    /** Where conditions on one variable alone hold, as far as they could be solved. */
    private final Map<String, RealSet> sets;

    private final boolean solved;
    private ExpressionFunction holds;

    private NaturalDomain(
            List<String> variables,
            List<Condition> conditions,
            Map<String, RealSet> sets,
            List<Progression> exclusions,
            boolean solved) {
        this.variables = variables;
        this.conditions = List.copyOf(conditions);
        this.sets = sets;
        this.exclusions = List.copyOf(exclusions);
        this.solved = solved;
    }

    /** @throws LimitExceededException where the conditions would be too long to be of use, as in hundreds of nested branches */
    public static NaturalDomain of(Expression expression) {
        List<String> variables = expression.variables();
        List<Condition> kept = new ArrayList<>();
        Map<String, RealSet> sets = new HashMap<>();
        List<Progression> exclusions = new ArrayList<>();
        boolean solved = variables.size() <= 1;
        Inequalities inequalities = new Inequalities();
        for (Condition condition : Requirements.of(expression)) {
            List<String> free = condition.requirement().variables();
            if (free.size() > 1) {
                kept.add(condition);
                continue;
            }
            Optional<RealSet> set = solve(inequalities, condition.requirement());
            Optional<List<Progression>> points =
                    set.isPresent() ? Optional.empty() : new Zeros().excludedBy(condition.requirement());
            solved &= set.isPresent() || points.isPresent();
            boolean everywhere = set.map(RealSet::isAll).orElse(false) || points.equals(NOTHING_CUT_OUT);
            if (!everywhere) {
                kept.add(condition);
                String variable = free.isEmpty() && variables.size() == 1 ? variables.getFirst() : name(free);
                sets.merge(variable, set.orElse(RealSet.ALL), RealSet::and);
                points.ifPresent(found ->
                        found.stream().filter(p -> !exclusions.contains(p)).forEach(exclusions::add));
            }
        }
        if (variables.size() <= 1) {
            cutOut(sets, name(variables), exclusions);
        }
        return new NaturalDomain(variables, kept, sets, exclusions, solved);
    }

    /** Conditions without variables count under the empty name. */
    private static String name(List<String> variables) {
        return variables.isEmpty() ? "" : variables.getFirst();
    }

    private static Optional<RealSet> solve(Inequalities inequalities, Expression condition) {
        try {
            return Optional.of(inequalities.solve(condition));
        } catch (Inequalities.UndecidedException e) {
            return Optional.empty();
        }
    }

    /** From a bounded set a progression takes a few points only. */
    private static void cutOut(Map<String, RealSet> sets, String variable, List<Progression> exclusions) {
        RealSet set = sets.getOrDefault(variable, RealSet.ALL);
        List<Interval> intervals = set.intervals();
        double lower = intervals.isEmpty() ? 0 : intervals.getFirst().lower().value();
        double upper = intervals.isEmpty() ? 0 : intervals.getLast().upper().value();
        for (Progression progression : List.copyOf(exclusions)) {
            if (Double.isFinite(lower) && Double.isFinite(upper) && progression.count(lower, upper) <= CUT_OUT) {
                set = set.without(progression.within(lower, upper));
                exclusions.remove(progression);
            }
        }
        if (sets.containsKey(variable)) {
            sets.put(variable, set);
        }
    }

    /** @return the expression's free variables, in alphabetical order */
    public List<String> variables() {
        return variables;
    }

    /** @return what must hold, each once, in the order in which the parts stand in the expression; none: defined everywhere */
    public List<Condition> conditions() {
        return conditions;
    }

    /** @return all conditions as one, or nothing where there is none */
    public Optional<Expression> condition() {
        List<Expression> all = conditions.stream().map(Condition::requirement).toList();
        return switch (all.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(all.getFirst());
            default -> Optional.of(new Call(Function.AND, all));
        };
    }

    /** @return whether the expression is known to have a value for all real arguments */
    public boolean isEverywhere() {
        return conditions.isEmpty();
    }

    /** @return whether the expression is known to have a value nowhere */
    public boolean isNowhere() {
        return sets.values().stream().anyMatch(RealSet::isEmpty);
    }

    /**
     * @return for an expression in one variable (or none) whose conditions could be solved: the intervals it is defined on, in
     *     ascending order, up to the {@link #exclusions}
     */
    public Optional<List<Interval>> intervals() {
        return solved
                ? Optional.of(
                        set(variables.isEmpty() ? "" : variables.getFirst()).intervals())
                : Optional.empty();
    }

    /** @return for an expression in one variable: the points of the intervals at which it has no value after all */
    public List<Progression> exclusions() {
        return solved ? exclusions : List.of();
    }

    /** The numbers that conditions on this variable alone leave, as far as they could be solved. */
    RealSet set(String variable) {
        return sets.getOrDefault(variable, RealSet.ALL);
    }

    /**
     * @param point in the order of {@link #variables}
     * @return whether all conditions hold there, judged in double precision
     */
    public boolean contains(double[] point) {
        if (conditions.isEmpty()) {
            return true;
        }
        if (holds == null) {
            holds = ExpressionFunction.of(condition().orElseThrow(), variables);
        }
        return holds.value(point) == 1;
    }

    /**
     * Points of the domain, of moderate size and spread out; the same for the same seed.
     *
     * @param within bounds of some of the variables, or none
     * @return at most so many, fewer (perhaps none) where the domain is hard to find
     */
    public List<double[]> points(int count, long seed, Map<String, Interval> within, Deadline deadline) {
        return new SamplePoints(this, within, seed, deadline).find(count);
    }

    /** @return the domain in words and formulas: {@code x < 0 or x > 1}, {@code all real numbers} */
    public String text() {
        if (conditions.isEmpty()) {
            return "all real numbers";
        }
        if (solved && variables.size() == 1) {
            RealSet set = set(variables.getFirst());
            if (set.isEmpty()) {
                return "no real number";
            }
            String intervals = set.text(variables.getFirst());
            boolean grouped = intervals.contains(" or ") && !exclusions.isEmpty();
            return Stream.concat(
                            set.isAll() ? Stream.empty() : Stream.of(grouped ? "(" + intervals + ")" : intervals),
                            exclusions.stream()
                                    .map(p -> "%s != %s (%s)".formatted(variables.getFirst(), p.text(), p.range())))
                    .collect(Collectors.joining(" and "));
        }
        return conditions.stream()
                .map(Condition::requirement)
                .map(requirement -> conditions.size() > 1 && isAlternative(requirement)
                        ? "(" + Expressions.text(requirement) + ")"
                        : Expressions.text(requirement))
                .collect(Collectors.joining(" and "));
    }

    private static boolean isAlternative(Expression requirement) {
        return requirement instanceof Call(Function function, List<Expression> _) && function == Function.OR;
    }

    public String latex() {
        if (solved && variables.size() == 1) {
            String variable = Latex.variable(variables.getFirst());
            return Stream.concat(
                            Stream.of(variable + " \\in "
                                    + set(variables.getFirst()).latex()),
                            exclusions.stream().map(p -> "%s \\ne %s \\; (k \\in %s)"
                                    .formatted(variable, p.latex(), p.twoSided() ? "\\mathbb{Z}" : "\\mathbb{N}_0")))
                    .collect(Collectors.joining(", \\; "));
        }
        if (conditions.isEmpty()) {
            return variables.isEmpty()
                    ? "\\mathbb{R}"
                    : variables.stream().map(Latex::variable).collect(Collectors.joining(", ")) + " \\in \\mathbb{R}";
        }
        return conditions.stream()
                .map(condition -> Expressions.latex(condition.requirement()))
                .collect(Collectors.joining(", \\; "));
    }
}
