package org.mlmath.calculus.constrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.calculus.constrained.ConstrainedResult.SecondOrder;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.optimization.constrained.ConstrainedMinimum;

/** The working as a textbook has it: the Lagrangian, the system of its conditions, and what satisfies it. */
final class ConstrainedSteps {
    private ConstrainedSteps() {}

    static List<Step> of(
            Expression objective,
            List<Constraint> equalities,
            List<Constraint> inequalities,
            List<String> names,
            ConstrainedMinimum minimum,
            SecondOrder secondOrder,
            Deadline deadline) {
        List<Step> steps = new ArrayList<>();
        List<Expression> terms = new ArrayList<>(List.of(objective));
        for (int k = 0; k < equalities.size(); k++) {
            terms.add(new Product(
                    List.of(new Variable("lambda_" + (k + 1)), equalities.get(k).function())));
        }
        for (int i = 0; i < inequalities.size(); i++) {
            terms.add(new Product(
                    List.of(new Variable("mu_" + (i + 1)), inequalities.get(i).function())));
        }
        Expression lagrangian = terms.size() == 1 ? objective : new Sum(terms);
        steps.add(new Step(
                "lagrangian",
                "The Lagrangian",
                "Every equation is written as g = 0 and gets a multiplier λ, every inequality as h ≤ 0 and gets a multiplier μ.",
                "L = " + Expressions.latex(lagrangian),
                Expressions.text(lagrangian)));
        for (String name : names) {
            try {
                Expression partial =
                        Differentiator.derivative(lagrangian, name, deadline).expression();
                steps.add(new Step(
                        "stationarity",
                        "The derivative by " + name,
                        "At a minimum the Lagrangian is flat.",
                        "\\frac{\\partial L}{\\partial %s} = %s = 0"
                                .formatted(Latex.variable(name), Expressions.latex(partial)),
                        Expressions.text(partial)));
            } catch (DomainException e) {
                // as of gcd: there is no equation to write down
            }
        }
        for (Constraint constraint : equalities) {
            steps.add(new Step(
                    "feasibility",
                    "An equation",
                    "The constraint itself.",
                    Expressions.latex(constraint.function()) + " = 0",
                    Expressions.text(constraint.function())));
        }
        for (int i = 0; i < inequalities.size(); i++) {
            String h = Expressions.latex(inequalities.get(i).function());
            boolean active = Arrays.binarySearch(minimum.active(), i) >= 0;
            steps.add(new Step(
                    "complementarity",
                    "An inequality",
                    active
                            ? "Either the inequality holds as an equation or its multiplier is 0. Here it is active."
                            : "Either the inequality holds as an equation or its multiplier is 0. Here it is not active.",
                    "%s \\le 0, \\quad \\mu_{%d} \\ge 0, \\quad \\mu_{%2$d} \\left(%1$s\\right) = 0"
                            .formatted(h, i + 1),
                    minimum.inequalities()[i]));
        }
        if (secondOrder != null) {
            steps.add(new Step(
                    "second-order",
                    "Second derivatives",
                    switch (secondOrder.verdict()) {
                        case STRICT_MINIMUM ->
                            "Along the directions in which no active constraint changes the Lagrangian curves upwards: a strict local minimum.";
                        case MINIMUM_POSSIBLE ->
                            "Along some direction that the constraints allow the curvature is 0, or a multiplier is: second derivatives do not decide.";
                        case NOT_MINIMUM ->
                            "Along some direction that the constraints allow the Lagrangian curves downwards: this is no minimum.";
                    },
                    "Z^T \\nabla^2 L \\, Z \\text{ has the eigenvalues } \\left(%s\\right)"
                            .formatted(numbers(secondOrder.curvatures())),
                    secondOrder.curvatures()));
        }
        String point = names.stream().map(Latex::variable).collect(Collectors.joining(", "));
        steps.add(new Step(
                "result",
                minimum.ending() == ConstrainedMinimum.Ending.CONVERGED
                        ? "What satisfies them"
                        : "Where the search ended",
                minimum.ending() == ConstrainedMinimum.Ending.CONVERGED
                        ? "The point and the multipliers satisfy all these conditions to within rounding."
                        : "The conditions do not all hold here.",
                "\\left(%s\\right) = \\left(%s\\right), \\quad \\lambda = \\left(%s\\right), \\quad \\mu = \\left(%s\\right), \\quad f = %s"
                        .formatted(
                                point,
                                numbers(minimum.x()),
                                numbers(minimum.equations()),
                                numbers(minimum.inequalities()),
                                Latex.number(minimum.value())),
                minimum.x()));
        return steps;
    }

    private static String numbers(double[] entries) {
        return Arrays.stream(entries).mapToObj(Latex::number).collect(Collectors.joining(", "));
    }
}
