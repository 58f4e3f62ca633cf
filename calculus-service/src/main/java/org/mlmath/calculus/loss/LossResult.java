package org.mlmath.calculus.loss;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;

@Schema(description = "A loss and its gradient")
public record LossResult(
        @Schema(description = "Which loss", examples = "mse")
        LossName name,

        @Schema(description = "Its parameters, defaults filled in")
        Map<String, Object> parameters,

        @Schema(description = "How the losses became one number", examples = "mean")
        Reduction reduction,

        @Schema(
                description =
                        "The loss: a number, or with reduction none every loss: one per prediction, one per example for"
                                + " categorical-cross-entropy. \"Infinity\" where what happened was given probability 0.",
                examples = "0.16666666666666666")
        LossValue loss,

        @Schema(
                description =
                        "Derivative of the loss by each prediction, of the predictions' shape; with reduction none of each loss by its"
                                + " own prediction",
                examples = "[-0.3333333333333333, 0.3333333333333333, 0]")
        VectorOrMatrix gradient,

        @Schema(
                description =
                        "The loss of each example, reduced over its outputs as the whole is: their mean (sum) is the loss",
                examples = "[0.25, 0.25, 0]")
        double[] perExample,

        @Schema(description = "The loss of one prediction, as LaTeX", examples = "\\ell = (y - t)^2")
        String latex,

        @Schema(description = "How right the values are") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(name = "LossDiagnostics", description = "How right the values are")
    public record Diagnostics(
            @Schema(description = "Bound of the relative error of each loss, given its residual", examples = "1e-14")
            double relativeErrorBound) {}
}
