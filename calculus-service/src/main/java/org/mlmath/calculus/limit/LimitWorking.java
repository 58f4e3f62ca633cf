package org.mlmath.calculus.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlmath.calculus.limit.Tendency.Kind;
import org.mlmath.calculus.point.Bound;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.print.Latex;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Polynomial;

/** The working of a limit as a course writes it. What does not arrive at the answer is not shown. */
final class LimitWorking {
    private final Expression expression;
    private final String variable;
    private final Bound to;
    private final Deadline deadline;
    private final Simplifier simplifier;
    private final List<Step> steps = new ArrayList<>();

    private LimitWorking(Expression expression, String variable, Bound to, Deadline deadline) {
        this.expression = expression;
        this.variable = variable;
        this.to = to;
        this.deadline = deadline;
        this.simplifier = new Simplifier(deadline);
    }

    /** @return no steps where there is no textbook's working */
    static List<Step> of(
            Expression expression,
            String variable,
            Bound to,
            OneSide left,
            OneSide right,
            Boolean exists,
            OneSide chosen,
            Map<String, Expression> sample,
            Deadline deadline) {
        LimitWorking working = new LimitWorking(expression, variable, to, deadline);
        if (Boolean.FALSE.equals(exists)) {
            return working.none(left, right);
        }
        if (chosen == null || chosen.exact() == null || !sample.isEmpty()) {
            return List.of();
        }
        boolean fromLeft = chosen == left;
        return working.towards(chosen.exact(), to.isInfinite() ? to.value() < 0 : fromLeft);
    }

    private List<Step> none(OneSide left, OneSide right) {
        if (left != null && right != null && left.exact() != null && right.exact() != null) {
            steps.add(step("one-sided", "From the left", "From below the values go to %s.", "^-", left.exact()));
            steps.add(step("one-sided", "From the right", "From above the values go to %s.", "^+", right.exact()));
            steps.add(new Step(
                    "compare",
                    "Compare the sides",
                    "The two one-sided limits differ, so there is no limit.",
                    Expressions.latex(left.exact()) + " \\ne " + Expressions.latex(right.exact()),
                    null));
            return steps;
        }
        boolean oscillates = (left != null && left.tendency().kind() == Kind.OSCILLATES)
                || (right != null && right.tendency().kind() == Kind.OSCILLATES)
                || to.isInfinite();
        if (oscillates) {
            steps.add(new Step(
                    "oscillation",
                    "Oscillation",
                    "However near to the point, the values keep running through a whole range: two sequences of points exist along which they go to different limits.",
                    limit("", expression) + " \\text{ does not exist}",
                    null));
        }
        return steps;
    }

    private Step step(String kind, String title, String detail, String side, Expression value) {
        return new Step(
                kind,
                title,
                detail.formatted(Expressions.text(value)),
                limit(side, expression) + " = " + Expressions.latex(value),
                Expressions.text(value));
    }

    private String limit(String side, Expression of) {
        return "\\lim_{%s \\to %s%s} %s"
                .formatted(Latex.variable(variable), Expressions.latex(to.formula()), side, grouped(of));
    }

    static String grouped(Expression of) {
        String latex = Expressions.latex(of);
        return of instanceof Expression.Sum ? "\\left(" + latex + "\\right)" : latex;
    }

    private List<Step> towards(Expression answer, boolean negative) {
        Expression target = to.isInfinite() ? Constant.INFINITY : to.formula();
        Approach approach = Approach.of(expression, variable, target, negative, deadline);
        if (!bySubstitution(answer) && !byPolynomials(answer)) {
            byRules(approach, answer);
        }
        return steps;
    }

    private boolean bySubstitution(Expression answer) {
        if (to.isInfinite()) {
            return false;
        }
        Expression put = Substitution.of(expression, variable, to.formula());
        boolean defined = HighPrecision.at(put, Map.of(), 160, deadline).isDefined();
        if (!defined
                || hasMovingExponent(expression)
                || Composition.isInfinite(answer)
                || !OneSide.same(put, answer, deadline)) {
            return false;
        }
        conclude(
                "substitute",
                "Substitute",
                "The expression is continuous there: the limit is its value, %s.".formatted(Expressions.text(answer)),
                expression,
                answer);
        return true;
    }

    /** Of 0⁰ the value is a convention, not what is near it. */
    private boolean hasMovingExponent(Expression of) {
        boolean own = of instanceof Power(Expression base, Expression exponent)
                && base.variables().contains(variable)
                && exponent.variables().contains(variable);
        return own || Expressions.children(of).stream().anyMatch(this::hasMovingExponent);
    }

    private boolean byPolynomials(Expression answer) {
        Optional<RationalFunction> found = RationalFunction.of(expression, variable);
        if (found.isEmpty() || found.get().numerator().isZero()) {
            return false;
        }
        Polynomial above = found.get().numerator();
        Polynomial below = found.get().denominator();
        Expression x = new Variable(variable);
        if (to.isInfinite()) {
            Expression dominant = simplifier.divide(leading(above, x), leading(below, x));
            steps.add(new Step(
                    "dominant-terms",
                    "Dominant terms",
                    "Far out only the highest powers of numerator and denominator count.",
                    limit("", expression) + " = " + limit("", dominant),
                    Expressions.text(dominant)));
            conclude("result", "Result", "This goes to %s.".formatted(Expressions.text(answer)), dominant, answer);
            return true;
        }
        Polynomial common = above.gcd(below, deadline);
        if (common.isConstant() || Composition.isInfinite(answer)) {
            return false;
        }
        Expression reduced = Expressions.parse("(%s)/(%s)"
                .formatted(
                        above.divide(common).quotient().text(variable),
                        below.divide(common).quotient().text(variable)));
        Expression simple = simplifier.simplify(reduced);
        if (!OneSide.same(Substitution.of(simple, variable, to.formula()), answer, deadline)) {
            return false;
        }
        steps.add(new Step(
                "cancel",
                "Cancel the common factor",
                "Numerator and denominator share the factor %s, which is not zero near the point."
                        .formatted(common.text(variable)),
                limit("", expression) + " = " + limit("", simple),
                Expressions.text(simple)));
        conclude(
                "substitute",
                "Substitute",
                "What is left is continuous there: its value is %s.".formatted(Expressions.text(answer)),
                simple,
                answer);
        return true;
    }

    private Expression leading(Polynomial polynomial, Expression x) {
        Expression coefficient = Expressions.parse(polynomial.leading().toString());
        Expression power = new Power(x, Expressions.number(polynomial.degree()));
        return simplifier.product(List.of(coefficient, power));
    }

    private void byRules(Approach approach, Expression answer) {
        Expression resolved = Pieces.resolved(approach);
        if (!resolved.equals(expression)) {
            steps.add(new Step(
                    "resolve",
                    "On this side",
                    "Near the point, on this side, the expression is %s.".formatted(Expressions.text(resolved)),
                    Expressions.latex(expression) + " = " + Expressions.latex(resolved),
                    Expressions.text(resolved)));
        }
        LHospital rule = new LHospital(approach, simplifier);
        Expression plain = simplifier.simplify(resolved);
        Expression found = rule.limit(plain);
        if (found == null || !agrees(found, answer)) {
            steps.clear();
            return;
        }
        Expression last = plain;
        for (LHospital.Stage stage : rule.stages()) {
            steps.add(new Step(
                    stage.kind(),
                    stage.title(),
                    stage.detail(),
                    limit("", stage.expression()),
                    Expressions.text(stage.expression())));
            last = stage.expression();
        }
        boolean squeezed = rule.squeezed();
        conclude(
                squeezed ? "squeeze" : "limit-laws",
                squeezed ? "Squeeze" : "Limit laws",
                squeezed
                        ? "A factor goes to 0 and the others stay bounded: the product goes to 0."
                        : "The limits of the parts give %s.".formatted(Expressions.text(answer)),
                last,
                answer);
    }

    private boolean agrees(Expression found, Expression answer) {
        if (Composition.isInfinite(found) || Composition.isInfinite(answer)) {
            return found.equals(answer);
        }
        return OneSide.same(found, answer, deadline);
    }

    /** The last step, whose value is the result's. */
    private void conclude(String kind, String title, String detail, Expression of, Expression answer) {
        Object value = Expressions.text(answer);
        BigDecimal digits = Composition.isInfinite(answer)
                ? null
                : HighPrecision.enclosure(answer, Map.of(), 80, deadline).decimal(17);
        if (digits != null) {
            value = HighPrecision.enclosure(answer, Map.of(), 80, deadline).doubleValue();
        } else if (Composition.isInfinite(answer)) {
            value = answer == Constant.INFINITY ? "Infinity" : "-Infinity";
        }
        steps.add(new Step(kind, title, detail, limit("", of) + " = " + Expressions.latex(answer), value));
    }
}
