package org.mlmath.linalg.convolution;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/** The kernel laid on the input at each place: multiply what lies on each other, and add. Kinds of steps: window, output. */
final class ConvolutionWorking {
    private static final int MOST_TERMS = 32;

    private ConvolutionWorking() {}

    /** @param bias one number for each kernel, or null */
    static ConvolutionResult explain(ConvolutionResult answer, double[] bias) {
        Matrix kernels = answer.unrolled().kernels();
        Matrix patches = answer.unrolled().patches();
        double[] output = answer.output().values();
        if (kernels.columns() > MOST_TERMS || !Latex.readable(kernels) || !Latex.readable(patches)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        int[] shape = answer.output().shape();
        int width = shape[shape.length - 1];
        for (int k = 0; k < kernels.rows() && !working.full(); k++) {
            for (int place = 0; place < patches.columns() && !working.full(); place++) {
                double[] kernel = kernels.row(k);
                double[] patch = patches.columnAt(place);
                double value = output[k * patches.columns() + place];
                double[] products = IntStream.range(0, kernel.length)
                        .mapToDouble(i -> kernel[i] * patch[i])
                        .toArray();
                double added = bias == null ? 0 : bias[k];
                double size = Math.abs(added)
                        + DoubleStream.of(products).map(Math::abs).sum();
                if (!(Math.abs(DoubleStream.of(products).sum() + added - value) <= 1e-12 * size)) {
                    answer.warnings().add(Working.withheld());
                    return answer;
                }
                String where = "Row %d, column %d of the output".formatted(place / width + 1, place % width + 1)
                        + (kernels.rows() > 1 ? ", kernel %d".formatted(k + 1) : "");
                working.add(window(where, kernel, patch, added, value), 1);
            }
        }
        if (working.full()) {
            answer.warnings().add(working.truncated());
        }
        String last = "\\text{kernels} \\cdot \\text{patches}%s = %s"
                .formatted(
                        bias == null ? "" : " + b",
                        Latex.matrix(
                                kernels.rows(),
                                Math.min(patches.columns(), 12),
                                0,
                                (i, j) -> j == 11 ? "\\cdots" : Latex.number(output[i * patches.columns() + j])));
        return answer.withSteps(working.endingIn(new Step(
                "output",
                "All places at once",
                "What the kernel sees at a place is a column of the patches, so one product of matrices gives every sum; its rows are the outputs, row by row.",
                last,
                answer.output())));
    }

    private static Step window(String where, double[] kernel, double[] patch, double bias, double value) {
        String terms = IntStream.range(0, kernel.length)
                .filter(i -> kernel[i] != 0)
                .mapToObj(i -> Latex.factor(kernel[i]) + " \\cdot " + Latex.factor(patch[i]))
                .collect(Collectors.joining(" + "));
        return new Step(
                "window",
                where,
                "Multiply the kernel's entries by those of the input beneath, zeros where it stands over the edge, and add.",
                (terms.isEmpty() ? "0" : terms) + (bias == 0 ? "" : " + " + Latex.factor(bias)) + " = "
                        + Latex.number(value),
                value);
    }
}
