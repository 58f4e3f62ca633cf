package org.mlmath.calculus.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;

/** The two passes over a graph as steps. */
final class Passes {
    private Passes() {}

    static List<Step> steps(
            List<Elementary> operations,
            double[] values,
            double[][] partials,
            double[] adjoints,
            double[] gradient,
            List<Warning> warnings) {
        List<Step> steps = new ArrayList<>();
        for (int id = 0; id < values.length; id++) {
            String part = Expressions.text(operations.get(id).part());
            steps.add(new Step(
                    "forward",
                    "Node %d: %s".formatted(id, operations.get(id).operation()),
                    "The value of %s from the values of its inputs.".formatted(part),
                    "v_{%d} = %s = %s"
                            .formatted(id, Expressions.latex(operations.get(id).part()), Latex.number(values[id])),
                    orNull(values[id])));
        }
        for (int id = values.length - 1; id >= 0; id--) {
            if (!operations.get(id).constant()) {
                steps.add(backward(id, operations, partials, adjoints));
            }
        }
        steps.add(new Step(
                "gradient",
                "Gradient",
                "The adjoints of the variables, in their order, are the gradient.",
                "\\nabla f = \\left(%s\\right)"
                        .formatted(
                                Arrays.stream(gradient).mapToObj(Latex::number).collect(Collectors.joining(", "))),
                gradient));
        return Steps.limited(steps, warnings);
    }

    private static Step backward(int id, List<Elementary> operations, double[][] partials, double[] adjoints) {
        List<String> symbols = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int reader = id + 1; reader < adjoints.length; reader++) {
            List<Integer> inputs = operations.get(reader).inputs();
            for (int i = 0; i < inputs.size(); i++) {
                if (inputs.get(i) == id) {
                    symbols.add(
                            "\\bar{v}_{%d} \\frac{\\partial v_{%d}}{\\partial v_{%d}}".formatted(reader, reader, id));
                    numbers.add("%s \\cdot %s".formatted(signed(adjoints[reader]), signed(partials[reader][i])));
                }
            }
        }
        boolean output = symbols.isEmpty();
        return new Step(
                output ? "seed" : "chain-rule",
                "Adjoint of node " + id,
                output
                        ? "The derivative of the expression by itself is 1."
                        : "The chain rule: over all nodes that read this one, their adjoint times their derivative by it.",
                output
                        ? "\\bar{v}_{%d} = 1".formatted(id)
                        : "\\bar{v}_{%d} = %s = %s = %s"
                                .formatted(
                                        id,
                                        String.join(" + ", symbols),
                                        String.join(" + ", numbers),
                                        Latex.number(adjoints[id])),
                orNull(adjoints[id]));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String signed(double value) {
        return value < 0 ? "(" + Latex.number(value) + ")" : Latex.number(value);
    }
}
