package org.mlmath.calculus.derivative;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A directional derivative")
public record DirectionalDerivativeResult(
        @Schema(description = "The derivative in the direction: gradient times direction", examples = "7.2")
        double value,

        @Schema(description = "The gradient at the point", examples = "[8, 3]")
        double[] gradient,

        @Schema(description = "The partial derivatives as formulas, simplified", examples = "[\"2*x + 3*y\", \"3*x\"]")
        List<String> partialDerivatives,

        @Schema(description = "The gradient and its product with the direction, as LaTeX")
        String latex,

        @Schema(description = "The order of coordinates", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(
                description = "The direction that was used, divided by its length unless asked not to",
                examples = "[0.6, 0.8]")
        double[] direction,

        @Schema(
                description = "The length of the gradient: the largest value that any direction of length 1 gives",
                examples = "8.54400374531753")
        double steepestSlope,

        @Schema(
                description = "The direction of length 1 that gives it; null where the gradient is zero",
                nullable = true,
                examples = "[0.9363291775690445, 0.3511234415883917]")
        double[] steepestDirection,

        @Schema(description = "The expression itself at the point", examples = "7")
        double functionValue,

        @Schema(description = "The rules as they were applied, then the product", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the formulas have been checked")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
