package org.mlmath.calculus.integral;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.integrate.Antiderivative;
import org.mlmath.expression.integrate.IntegrationStep;
import org.mlmath.expression.integrate.Integrator;
import org.mlmath.expression.print.Latex;
import org.mlmath.expression.quadrature.ExactIntegral;
import org.mlmath.expression.quadrature.IteratedIntegral.Range;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * An iterated integral in closed form: antiderivatives by rules from the innermost variable outwards, the bounds put in each time.
 * Unchecked; the caller compares it with the quadrature.
 */
final class IteratedRules {
    private static final int STEPS = 200;

    private final List<Step> steps = new ArrayList<>();
    private Expression value;
    private double number;

    private IteratedRules() {}

    /** @return null where the rules do not suffice */
    static IteratedRules of(Expression expression, List<Range> ranges, Deadline deadline) {
        IteratedRules rules = new IteratedRules();
        Expression integrand = expression;
        try {
            for (int k = ranges.size() - 1; k >= 0; k--) {
                Range range = ranges.get(k);
                Antiderivative found = Integrator.antiderivative(integrand, range.variable(), deadline);
                if (found == null) {
                    return null;
                }
                Expression next = k == 0
                        ? rules.outermost(found.expression(), range, deadline)
                        : between(found.expression(), range, deadline);
                if (next == null) {
                    return null;
                }
                rules.explain(integrand, found, range, next);
                integrand = next;
            }
        } catch (MathException e) {
            deadline.check();
            return null; // too large, or without a value at a bound: the quadrature has the answer
        }
        rules.value = integrand;
        return rules;
    }

    private static Expression between(Expression antiderivative, Range range, Deadline deadline) {
        if (isInfinite(range.lower()) || isInfinite(range.upper())) {
            return null;
        }
        Expression high = Substitution.of(antiderivative, range.variable(), range.upper());
        Expression low = Substitution.of(antiderivative, range.variable(), range.lower());
        return new Simplifier(deadline).simplify(new Sum(List.of(high, new Negate(low))));
    }

    private static boolean isInfinite(Expression bound) {
        return bound == Expression.Constant.INFINITY
                || (bound instanceof Negate(Expression operand) && operand == Expression.Constant.INFINITY);
    }

    private Expression outermost(Expression antiderivative, Range range, Deadline deadline) {
        double lower = bound(range.lower());
        double upper = bound(range.upper());
        if (lower == upper) {
            return Expressions.number(0);
        }
        ExactIntegral.Result result = ExactIntegral.of(
                antiderivative, range.variable(), range.lower(), lower, range.upper(), upper, deadline);
        if (result == null) {
            return null;
        }
        number = result.number();
        return result.value();
    }

    private static double bound(Expression bound) {
        return bound == Expression.Constant.INFINITY
                ? Double.POSITIVE_INFINITY
                : isInfinite(bound) ? Double.NEGATIVE_INFINITY : Evaluation.value(bound, List.of(), new double[0]);
    }

    private void explain(Expression integrand, Antiderivative found, Range range, Expression result) {
        for (IntegrationStep step : found.steps()) {
            steps.add(new Step(
                    step.rule().kind(),
                    step.rule().title(),
                    step.detail(),
                    step.latex(),
                    Expressions.text(step.result())));
        }
        steps.add(new Step(
                "bounds",
                "Put in the bounds of " + range.variable(),
                "Between %s and %s the antiderivative %s changes by %s."
                        .formatted(
                                Expressions.text(range.lower()),
                                Expressions.text(range.upper()),
                                Expressions.text(found.expression()),
                                Expressions.text(result)),
                "\\int_{%s}^{%s} %s \\, d%s = %s"
                        .formatted(
                                Expressions.latex(range.lower()),
                                Expressions.latex(range.upper()),
                                integrand instanceof Sum
                                        ? "\\left(" + Expressions.latex(integrand) + "\\right)"
                                        : Expressions.latex(integrand),
                                Latex.variable(range.variable()),
                                Expressions.latex(result)),
                Expressions.text(result)));
    }

    Expression value() {
        return value;
    }

    double number() {
        return number;
    }

    /** @return at most 200 steps, the first ones and the last, which is the number */
    List<Step> steps(List<Warning> warnings) {
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(
                "value",
                "Value",
                "As a number; nested quadrature gives the same within its error.",
                "%s = %s".formatted(Expressions.latex(value), Latex.number(number)),
                number));
        if (all.size() <= STEPS) {
            return all;
        }
        warnings.add(new Warning(
                "steps-truncated",
                "The working has %d steps; the first %d and the last are given.".formatted(all.size(), STEPS - 1),
                "/steps"));
        List<Step> some = new ArrayList<>(all.subList(0, STEPS - 1));
        some.add(all.getLast());
        return some;
    }
}
