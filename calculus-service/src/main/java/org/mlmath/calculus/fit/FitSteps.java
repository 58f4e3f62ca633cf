package org.mlmath.calculus.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.optimization.leastsquares.NonlinearFit;
import org.mlmath.numerics.optimization.leastsquares.NonlinearFit.Visit;

/** The working of a fit: what is minimised, the derivatives, the steps, and what they came to. */
final class FitSteps {
    private FitSteps() {}

    /** @param covariance null where there is none */
    static List<Step> of(
            FitProblem problem,
            Curve curve,
            NonlinearFit fit,
            double[] covariance,
            double[] errors,
            Map<String, Double> parameters,
            Deadline deadline) {
        List<Step> steps = new ArrayList<>();
        String list = problem.names().stream().map(Latex::variable).collect(Collectors.joining(", "));
        String weight = problem.weights() == null ? "" : "w_i ";
        steps.add(new Step(
                "objective",
                "What is made small",
                "The sum of the %ssquares of the differences between curve and target, over %d observations."
                        .formatted(weight.isEmpty() ? "" : "weighted ", problem.rows().length),
                "S(%s) = \\sum_{i=1}^{%d} %s\\left(f_i - y_i\\right)^2, \\quad f = %s"
                        .formatted(list, problem.rows().length, weight, Expressions.latex(problem.expression())),
                Math.scalb(fit.path().getFirst().sumOfSquares(), 2 * curve.exponent)));
        for (String name : problem.names()) {
            derivative(problem.expression(), name, deadline).ifPresent(steps::add);
        }
        steps.add(new Step(
                "equations",
                "The equations of a step",
                "J has a row of these derivatives for each observation. A step solves the linearised problem in a region whose size λ"
                        + " controls; D holds the lengths of J's columns.",
                "\\left(J^T%s J + \\lambda D^2\\right) \\delta = J^T%1$s \\left(y - f\\right)"
                        .formatted(weight.isEmpty() ? "" : "W"),
                null));
        for (int i = 1; i < fit.path().size(); i++) {
            steps.add(iteration(i, fit.path().get(i), curve.exponent, list));
        }
        if (covariance != null) {
            steps.add(new Step(
                    "covariance",
                    "How well they are known",
                    "The standard errors are the roots of the diagonal of the covariance matrix, from J at the estimate.",
                    "s^2 = \\frac{S}{%d}, \\quad C = s^2 \\left(J^T%s J\\right)^{-1}"
                            .formatted(problem.rows().length - problem.names().size(), weight.isEmpty() ? "" : "W"),
                    errors));
        }
        steps.add(new Step(
                "result",
                "The estimate",
                fit.ending() == NonlinearFit.Ending.CONVERGED
                        ? "The residuals are at right angles to the columns of J: the sum of squares is at a minimum."
                        : "The search ended here, though not at a minimum that determines all parameters.",
                problem.names().stream()
                        .map(name -> Latex.variable(name) + " = " + Latex.number(parameters.get(name)))
                        .collect(Collectors.joining(", ")),
                parameters));
        return steps;
    }

    private static Optional<Step> derivative(Expression curve, String name, Deadline deadline) {
        try {
            Expression partial =
                    Differentiator.derivative(curve, name, deadline).expression();
            return Optional.of(new Step(
                    "derivative",
                    "Derivative by " + name,
                    "How the curve changes with %s.".formatted(name),
                    "\\frac{\\partial f}{\\partial %s} = %s"
                            .formatted(Latex.variable(name), Expressions.latex(partial)),
                    Expressions.text(partial)));
        } catch (DomainException e) {
            return Optional.empty(); // as of gcd, which the fit itself takes as constant between its jumps
        }
    }

    private static Step iteration(int number, Visit visit, int exponent, String list) {
        StringBuilder point = new StringBuilder();
        for (double coordinate : visit.x()) {
            point.append(point.isEmpty() ? "" : ", ").append(Latex.number(coordinate));
        }
        double sum = Math.scalb(visit.sumOfSquares(), 2 * exponent);
        return new Step(
                "iteration",
                "Step " + number,
                visit.damping() == 0
                        ? "An undamped step, as Gauss and Newton make it."
                        : "A step damped with λ = %.3g.".formatted(visit.damping()),
                "\\left(%s\\right) = \\left(%s\\right), \\quad S = %s".formatted(list, point, Latex.number(sum)),
                visit.x());
    }
}
