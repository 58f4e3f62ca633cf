package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.DerivationStep;
import org.mlmath.expression.differentiate.Rule;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;

/** The working of a derivative as steps of the contract, written out only where they are asked for. */
final class Derivation {
    private final boolean partial;
    private final List<Supplier<Step>> steps = new ArrayList<>();

    /** @param partial whether there are other variables, so that derivatives are written with ∂ */
    Derivation(boolean partial) {
        this.partial = partial;
    }

    void add(List<DerivationStep> derivation) {
        derivation.forEach(step -> steps.add(() -> step(step)));
    }

    private Step step(DerivationStep step) {
        Rule rule = step.rule();
        boolean chained = step.chained();
        String kind = chained && rule == Rule.FUNCTION ? Rule.CHAIN.kind() : rule.kind();
        String title = rule.title() + (chained ? " with the chain rule" : "");
        String of = Expressions.text(step.of());
        String result = Expressions.text(step.result());
        String formula = chained && rule == Rule.FUNCTION ? Rule.CHAIN.formula() : rule.formula();
        return new Step(
                kind,
                title,
                "The derivative of %s by %s is %s, by %s.".formatted(of, step.variable(), result, formula),
                "%s\\left[%s\\right] = %s"
                        .formatted(
                                operator(step.variable()),
                                Expressions.latex(step.of()),
                                Expressions.latex(step.result())),
                result);
    }

    void nextOrder(int order, String variable, Expression before) {
        steps.add(() -> new Step(
                "next-order",
                "Derivative of order " + order,
                "Differentiate the derivative of order %d once more.".formatted(order - 1),
                "%s\\left[%s\\right]".formatted(operator(variable), Expressions.latex(before)),
                null));
    }

    private String operator(String variable) {
        String d = partial ? "\\partial" : "d";
        return "\\frac{%s}{%s %s}".formatted(d, d, Latex.variable(variable));
    }

    /** The last step: what it all comes to. */
    void conclude(String kind, String title, String detail, String latex, Object value) {
        steps.add(() -> new Step(kind, title, detail, latex, value));
    }

    /** The values at the point, put into the result. */
    void evaluate(Expression result, List<String> variables, double[] point, double value) {
        steps.add(() -> evaluation(result, variables, point, value));
    }

    private static Step evaluation(Expression result, List<String> variables, double[] point, double value) {
        List<String> assignments = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            assignments.add(Latex.variable(variables.get(i)) + "=" + Latex.number(point[i]));
        }
        return new Step(
                "evaluate",
                "Value at the point",
                "Put the coordinates of the point into %s.".formatted(Expressions.text(result)),
                "\\left.%s\\right|_{%s} = %s"
                        .formatted(Expressions.latex(result), String.join(", ", assignments), Latex.number(value)),
                value);
    }

    /** @return at most 200 steps, the first ones and the last */
    List<Step> steps(List<Warning> warnings) {
        return Steps.limited(steps, warnings).stream().map(Supplier::get).toList();
    }
}
