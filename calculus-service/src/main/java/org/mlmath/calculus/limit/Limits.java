package org.mlmath.calculus.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.calculus.limit.Tendency.Kind;
import org.mlmath.calculus.point.Bound;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * Limits of expressions, from both sides or one, in the extended real numbers.
 *
 * <p>Each side is looked at by itself: values at distances 2⁻⁴ … 2⁻⁵¹² say where it goes, rules and computer algebra give it a
 * formula, which counts only where the values go there. The sides are then compared.
 */
public final class Limits {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "infinity", "a limit in the extended real numbers exists",
            "domain", "where the expression is defined on one side of the point only, the limit is from that side");

    private final Expression expression;
    private final String variable;
    private final Bound to;
    private final Deadline deadline;
    private final Map<String, Expression> sample = new TreeMap<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Limits(Expression expression, String variable, Bound to, Deadline deadline) {
        this.expression = expression;
        this.variable = variable;
        this.to = to;
        this.deadline = deadline;
        for (String name : expression.variables()) {
            if (!name.equals(variable)) {
                // A number of each parameter's own, unlikely to be special.
                sample.put(name, Expressions.number(new BigDecimal("1.37").add(new BigDecimal(sample.size() * 0.61))));
            }
        }
    }

    /**
     * @param variable null: the only variable of the expression, x if it has none
     * @throws InvalidParameterException if there are several variables and none is named
     * @throws DomainException where the expression has no values near the point
     */
    public static LimitResult of(
            String text, String variable, Bound to, LimitSide side, boolean explain, Deadline deadline) {
        Expression expression = Variables.of(text, null).expression();
        List<String> free = expression.variables();
        if (variable == null && free.size() > 1) {
            throw new InvalidParameterException("The expression has the variables %s; say which one moves."
                            .formatted(String.join(", ", free)))
                    .at("/variable");
        }
        String by = variable == null ? free.isEmpty() ? "x" : free.getFirst() : Variables.name(variable, "/variable");
        try {
            return new Limits(expression, by, to, deadline).result(side, explain);
        } catch (MathException e) {
            throw e.pointer().isEmpty() ? e.at("/expression") : e;
        }
    }

    private LimitResult result(LimitSide side, boolean explain) {
        if (to.isInfinite()) {
            OneSide only = side(to.value() < 0);
            requireValues(only, only);
            return result(only, null, null, explain);
        }
        OneSide left = side == LimitSide.RIGHT ? null : side(true);
        OneSide right = side == LimitSide.LEFT ? null : side(false);
        requireValues(left == null ? right : left, right == null ? left : right);
        if (side == LimitSide.BOTH && (isUndefined(left) || isUndefined(right))) {
            OneSide only = isUndefined(left) ? right : left;
            warnings.add(new Warning(
                    "one-sided-domain",
                    "The expression has values on one side of the point only, the %s; the limit is from there."
                            .formatted(only == left ? "left" : "right"),
                    "/side"));
            return result(only, left, right, explain);
        }
        return side == LimitSide.BOTH
                ? twoSided(left, right, explain)
                : result(left == null ? right : left, left, right, explain);
    }

    private OneSide side(boolean negative) {
        Expression target = to.isInfinite() ? Constant.INFINITY : to.formula();
        return OneSide.of(Approach.of(expression, variable, target, negative, deadline), sample);
    }

    private static boolean isUndefined(OneSide side) {
        return side.tendency().kind() == Kind.UNDEFINED;
    }

    private void requireValues(OneSide first, OneSide second) {
        if (isUndefined(first) && isUndefined(second)) {
            throw new DomainException("%s has no values near %s = %s."
                    .formatted(Expressions.text(expression), variable, Expressions.text(to.formula())));
        }
    }

    private LimitResult twoSided(OneSide left, OneSide right, boolean explain) {
        if (left.tendency().kind() == Kind.OSCILLATES) {
            return result(left, left, right, explain);
        }
        if (right.tendency().kind() == Kind.OSCILLATES) {
            return result(right, left, right, explain);
        }
        Double below = value(left);
        Double above = value(right);
        if (below == null || above == null) {
            boolean exact = left.exact() != null && right.exact() != null;
            if (exact && !sample.isEmpty() && agree(left, right)) {
                return result(right, left, right, explain);
            }
            return result(below == null ? left : right, left, right, explain);
        }
        if (agree(left, right)) {
            OneSide better = right.exact() != null || left.exact() == null ? right : left;
            return result(better, left, right, explain);
        }
        return answer(false, null, left, right, List.of(left, right), explain);
    }

    private boolean agree(OneSide left, OneSide right) {
        if (left.exact() != null && right.exact() != null) {
            if (left.exact().equals(right.exact())) {
                return true;
            }
            return !Composition.isInfinite(left.exact())
                    && !Composition.isInfinite(right.exact())
                    && OneSide.same(OneSide.put(left.exact(), sample), OneSide.put(right.exact(), sample), deadline);
        }
        Double below = value(left);
        Double above = value(right);
        if (below == null || above == null) {
            return false;
        }
        double error = error(left) + error(right);
        if (Double.isInfinite(below) || Double.isInfinite(above)) {
            return below.equals(above);
        }
        return Math.abs(below - above) <= 10 * error + 4 * Math.ulp(above);
    }

    private static double error(OneSide side) {
        return Double.isNaN(side.tendency().error()) ? 0 : side.tendency().error();
    }

    /** @return null where there is none that is certain */
    private Double value(OneSide side) {
        if (side == null || side.tendency().kind() == Kind.UNDEFINED) {
            return null;
        }
        if (side.exact() != null) {
            if (Composition.isInfinite(side.exact())) {
                return side.exact() == Constant.INFINITY ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            return side.exact().variables().isEmpty()
                    ? (Double) HighPrecision.enclosure(side.exact(), Map.of(), 80, deadline)
                            .doubleValue()
                    : null;
        }
        if (!sample.isEmpty()) {
            return null;
        }
        return switch (side.tendency().kind()) {
            case NUMBER -> side.tendency().value().doubleValue();
            case PLUS_INFINITY -> Double.POSITIVE_INFINITY;
            case MINUS_INFINITY -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** The limit is this side's. */
    private LimitResult result(OneSide chosen, OneSide left, OneSide right, boolean explain) {
        boolean known = chosen.exact() != null || value(chosen) != null;
        Boolean exists = chosen.tendency().kind() == Kind.OSCILLATES ? Boolean.FALSE : known ? Boolean.TRUE : null;
        List<OneSide> sides = new ArrayList<>();
        if (left != null && right != null) {
            sides.add(left);
            sides.add(right);
        } else {
            sides.add(chosen);
        }
        return answer(exists, known && !Boolean.FALSE.equals(exists) ? chosen : null, left, right, sides, explain);
    }

    private LimitResult answer(
            Boolean exists, OneSide chosen, OneSide left, OneSide right, List<OneSide> sides, boolean explain) {
        int evaluations = 0;
        boolean verified = true;
        for (OneSide side : sides) {
            evaluations += side.tendency().evaluations();
            verified &= side.confirmed();
            if (side.refused() && exists != null) {
                warnings.add(new Warning(
                        "withheld",
                        "A value was found by rules to which the values of the expression do not go; it is not given.",
                        "/exact"));
            }
        }
        Double value = chosen == null ? null : value(chosen);
        if (exists == null) {
            warnings.add(
                    new Warning("undecided", "Neither rules nor values decide whether there is a limit.", "/exists"));
        } else if (!verified) {
            warnings.add(new Warning(
                    "not-verified",
                    "The values come nearer to the limit too slowly to confirm it.",
                    "/diagnostics/verified"));
        }
        if (chosen != null && chosen.recognised()) {
            warnings.add(new Warning(
                    "recognised",
                    "The formula is recognised by more than twenty digits of the values; it is not derived.",
                    "/exact"));
        }
        boolean finite = value != null && Double.isFinite(value);
        Double error = !finite ? null : chosen.exact() != null ? (Double) 0.0 : (Double) error(chosen);
        String exact = chosen == null || chosen.exact() == null ? null : Expressions.text(chosen.exact());
        List<Step> steps = null;
        if (explain) {
            steps = LimitWorking.of(expression, variable, to, left, right, exists, chosen, sample, deadline);
            if (steps.isEmpty()) {
                steps = null;
                warnings.add(Warning.noSteps());
            }
        }
        return new LimitResult(
                exists,
                value,
                exact,
                latex(exists, chosen, value),
                value(left),
                value(right),
                variable,
                steps,
                CONVENTIONS,
                new LimitDiagnostics(error, evaluations, verified && exists != null),
                warnings);
    }

    private String latex(Boolean exists, OneSide chosen, Double value) {
        String limit = "\\lim_{%s \\to %s} %s"
                .formatted(Latex.variable(variable), Expressions.latex(to.formula()), LimitWorking.grouped(expression));
        if (exists == null) {
            return limit;
        }
        if (!exists) {
            return limit + " \\text{ does not exist}";
        }
        if (chosen.exact() != null) {
            return limit + " = " + Expressions.latex(chosen.exact());
        }
        return Double.isInfinite(value)
                ? limit + (value > 0 ? " = \\infty" : " = -\\infty")
                : limit + " \\approx " + Latex.number(value);
    }
}
