package org.mlmath.calculus.integral;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.calculus.point.Bound;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.integrate.IntegrationStep;
import org.mlmath.expression.print.Latex;
import org.mlmath.expression.quadrature.DefiniteValue;
import org.mlmath.expression.quadrature.ExactIntegral;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

/** The working of an integral as steps of the contract. */
final class IntegrationWorking {
    private static final int STEPS = 200;

    private final Expression integrand;
    private final String variable;
    private final List<Step> steps = new ArrayList<>();

    IntegrationWorking(Expression integrand, String variable) {
        this.integrand = integrand;
        this.variable = variable;
    }

    void add(IndefiniteIntegral found) {
        for (IntegrationStep step : found.steps()) {
            steps.add(new Step(
                    step.rule().kind(),
                    step.rule().title(),
                    step.detail(),
                    step.latex(),
                    Expressions.text(step.result())));
        }
        if (found.antiderivative() != null && found.steps().isEmpty()) {
            steps.add(new Step(
                    "computer-algebra",
                    "Computer algebra",
                    "An antiderivative found by computer algebra, which gives no working; it was checked by differentiating it.",
                    "\\int %s \\, d%s = %s"
                            .formatted(
                                    Expressions.latex(integrand),
                                    Latex.variable(variable),
                                    Expressions.latex(found.antiderivative())),
                    Expressions.text(found.antiderivative())));
        }
    }

    /** From the antiderivative to the number, or the quadrature where there is no way from the one to the other. */
    void conclude(
            Bound lower,
            Bound upper,
            Expression antiderivative,
            ExactIntegral.Result exact,
            DefiniteValue value,
            Double number) {
        String integral = "\\int_{%s}^{%s} %s \\, d%s"
                .formatted(
                        Expressions.latex(lower.formula()),
                        Expressions.latex(upper.formula()),
                        Expressions.latex(integrand),
                        Latex.variable(variable));
        if (exact != null) {
            if (exact.terms() != null) {
                String high = Expressions.text(exact.terms().get(0));
                String low = Expressions.text(exact.terms().get(1));
                steps.add(new Step(
                        "bounds",
                        "Fundamental theorem of calculus",
                        "The antiderivative %s is %s at the upper bound and %s at the lower one."
                                .formatted(Expressions.text(antiderivative), high, low),
                        "%s = \\left[%s\\right]_{%s}^{%s} = %s"
                                .formatted(
                                        integral,
                                        Expressions.latex(antiderivative),
                                        Expressions.latex(lower.formula()),
                                        Expressions.latex(upper.formula()),
                                        Expressions.latex(exact.value())),
                        Expressions.text(exact.value())));
            } else {
                steps.add(new Step(
                        "bounds",
                        "Fundamental theorem of calculus, piece by piece",
                        "The antiderivative jumps between the bounds; its differences over the pieces are added.",
                        "%s = %s".formatted(integral, Expressions.latex(exact.value())),
                        Expressions.text(exact.value())));
            }
        }
        if (number != null) {
            steps.add(new Step(
                    "value",
                    exact == null ? "Quadrature" : "Value",
                    exact == null
                            ? "The value by numerical quadrature, with %d values of the integrand and an estimated error of %.1e."
                                    .formatted(value.evaluations(), value.errorEstimate())
                            : "As a number; numerical quadrature gives the same within its error.",
                    "%s = %s".formatted(integral, Latex.number(number)),
                    number));
        } else if (Boolean.FALSE.equals(value.converges())) {
            String where = value.remarks().isEmpty()
                    ? "The integral diverges."
                    : value.remarks().getFirst().detail();
            steps.add(new Step("divergence", "Divergence", where, integral + " \\text{ diverges}", null));
        }
    }

    /** @return at most 200 steps, the first ones and the last */
    List<Step> steps(List<Warning> warnings) {
        if (steps.isEmpty()) {
            warnings.add(Warning.noSteps());
            return null;
        }
        if (steps.size() <= STEPS) {
            return steps;
        }
        warnings.add(new Warning(
                "steps-truncated",
                "The working has %d steps; the first %d and the last are given.".formatted(steps.size(), STEPS - 1),
                "/steps"));
        List<Step> some = new ArrayList<>(steps.subList(0, STEPS - 1));
        some.add(steps.getLast());
        return some;
    }
}
