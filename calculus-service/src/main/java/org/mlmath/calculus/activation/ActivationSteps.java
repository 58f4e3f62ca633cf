package org.mlmath.calculus.activation;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.print.Latex;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.learning.Activation;
import org.mlmath.numerics.learning.ElementwiseActivation;
import org.mlmath.numerics.learning.SoftmaxActivation;

/** The working of a small activation: the formula, each value, each derivative. */
final class ActivationSteps {
    private static final int MOST_INPUTS = 10;

    private ActivationSteps() {}

    static boolean readable(int inputs) {
        return inputs <= MOST_INPUTS;
    }

    static Warning tooLong() {
        return new Warning(
                "steps-omitted", "The working is written out for up to %d inputs.".formatted(MOST_INPUTS), "/explain");
    }

    static List<Step> of(ActivationName name, Activation activation, double[] z, double[] a, int rows, int columns) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("formula", "The function", "Each input is put into the formula.", name.formula(), null));
        switch (activation) {
            case ElementwiseActivation each -> {
                double[] slopes = each.derivatives(z);
                for (int i = 0; i < z.length; i++) {
                    steps.add(new Step(
                            "value",
                            "Input " + (i + 1),
                            "The value, and the slope of the function there.",
                            "z = %s:\\quad g(z) = %s,\\quad g'(z) = %s"
                                    .formatted(Latex.number(z[i]), Latex.number(a[i]), Latex.number(slopes[i])),
                            a[i]));
                }
            }
            case SoftmaxActivation softmax -> {
                for (int i = 0; i < rows; i++) {
                    steps.addAll(ofRow(softmax, z, a, i * columns, columns));
                }
            }
        }
        steps.add(new Step(
                "derivative",
                "The derivative",
                "Backpropagation multiplies by it, from the output to the input of the layer.",
                name.derivative(),
                null));
        return steps;
    }

    private static List<Step> ofRow(SoftmaxActivation softmax, double[] z, double[] a, int from, int columns) {
        double largest = z[from];
        for (int j = 1; j < columns; j++) {
            largest = Math.max(largest, z[from + j]);
        }
        double[] exponentials = new double[columns];
        double sum = 0;
        double[] values = new double[columns];
        for (int j = 0; j < columns; j++) {
            exponentials[j] = Math.exp(z[from + j] - largest);
            sum += exponentials[j];
            values[j] = a[from + j];
        }
        return List.of(
                new Step(
                        "shift",
                        "Shift by the largest input",
                        "The same factor in numerator and denominator changes nothing and keeps the exponentials from overflowing.",
                        "e^{z - %s} = %s,\\quad \\text{sum } %s"
                                .formatted(Latex.number(largest), vector(exponentials), Latex.number(sum)),
                        exponentials),
                softmax == SoftmaxActivation.SOFTMAX
                        ? new Step(
                                "normalize",
                                "Divide by the sum",
                                "The outputs are positive and sum to 1.",
                                "p = " + vector(values),
                                values)
                        : new Step(
                                "logarithm",
                                "Subtract the logarithm of the sum",
                                "The logarithm of a quotient is the difference of the logarithms.",
                                "a = z - %s - \\ln %s = %s"
                                        .formatted(Latex.number(largest), Latex.number(sum), vector(values)),
                                values));
    }

    private static String vector(double[] v) {
        List<String> entries = new ArrayList<>();
        for (double entry : v) {
            entries.add(Latex.number(entry));
        }
        return "\\left(" + String.join(",\\ ", entries) + "\\right)";
    }
}
