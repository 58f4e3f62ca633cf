package org.mlmath.calculus.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

/** The working of a small loss: the formula, the loss of each prediction or example, the reduction, the gradient. */
final class LossSteps {
    private static final int MOST_PREDICTIONS = 10;

    private LossSteps() {}

    static boolean readable(int predictions) {
        return predictions <= MOST_PREDICTIONS;
    }

    static Warning tooLong() {
        return new Warning(
                "steps-omitted",
                "The working is written out for up to %d predictions.".formatted(MOST_PREDICTIONS),
                "/explain");
    }

    static List<Step> of(
            LossName name,
            boolean logits,
            Reduction reduction,
            Examples examples,
            double[] losses,
            double total,
            double[] gradient) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "formula",
                "The loss of a prediction",
                logits ? "z is the prediction, t the target." : "y is the prediction, t the target.",
                name.formula(logits),
                null));
        int each = examples.predictions().length / losses.length;
        for (int i = 0; i < losses.length; i++) {
            steps.add(new Step(
                    "loss",
                    each == 1 ? "Prediction " + (i + 1) : "Example " + (i + 1),
                    "Put into the formula.",
                    "%s = %s,\\quad t = %s:\\quad \\ell_{%d} = %s"
                            .formatted(
                                    logits ? "z" : "y",
                                    part(examples.predictions(), i * each, each),
                                    part(examples.targets(), i * each, each),
                                    i + 1,
                                    Latex.number(losses[i])),
                    losses[i]));
        }
        if (reduction != Reduction.NONE) {
            String terms = Arrays.stream(losses).mapToObj(Latex::number).collect(Collectors.joining(" + "));
            String factor =
                    switch (reduction) {
                        case MEAN -> "\\frac{1}{%d} ".formatted(losses.length);
                        case HALF_MEAN -> "\\frac{1}{2 \\cdot %d} ".formatted(losses.length);
                        case SUM, NONE -> "";
                    };
            steps.add(new Step(
                    "reduce",
                    reduction == Reduction.SUM ? "Add up" : "Average",
                    "The losses become one number.",
                    "L = %s\\left(%s\\right) = %s".formatted(factor, terms, Latex.number(total)),
                    total));
        }
        steps.add(new Step(
                "gradient",
                "The gradient",
                "The derivative of the loss by each prediction; backpropagation begins with it.",
                "%s:\\quad \\nabla L = %s".formatted(name.gradient(logits), part(gradient, 0, gradient.length)),
                gradient));
        return steps;
    }

    private static String part(double[] v, int from, int count) {
        if (count == 1) {
            return Latex.number(v[from]);
        }
        return Arrays.stream(v, from, from + count)
                .mapToObj(Latex::number)
                .collect(Collectors.joining(",\\ ", "\\left(", "\\right)"));
    }
}
