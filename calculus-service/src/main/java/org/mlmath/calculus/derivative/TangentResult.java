package org.mlmath.calculus.derivative;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A tangent line or plane")
public record TangentResult(
        @Schema(description = "The expression at the point: how high the graph is there", examples = "1")
        double value,

        @Schema(description = "The slope along each variable, in the order of the variables", examples = "[2]")
        double[] slopes,

        @Schema(
                description =
                        "The tangent: value + Σ slope·(variable − coordinate), multiplied out where no digit is lost by that",
                examples = "2*x - 1")
        String expression,

        @Schema(description = "The tangent as LaTeX", examples = "2 x - 1")
        String latex,

        @Schema(description = "The order of the slopes", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "The partial derivatives as formulas, simplified", examples = "[\"2*x\"]")
        List<String> partialDerivatives,

        @Schema(description = "The rules as they were applied, then the tangent", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the formulas have been checked")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
