package org.mlmath.calculus.derivative;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A gradient")
public record GradientResult(
        @Schema(
                description = "The partial derivatives in the order of the variables, simplified",
                examples = "[\"2*x - 400*x*y + 400*x^3 - 2\", \"200*(y - x^2)\"]")
        List<String> gradient,

        @Schema(description = "The gradient as LaTeX, a column")
        String latex,

        @Schema(description = "The order of the partial derivatives", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(
                description = "The gradient at the point; null where a partial derivative does not exist",
                nullable = true,
                examples = "[-155, -50]")
        double[] value,

        @Schema(description = "The expression itself at the point", nullable = true, examples = "12.5")
        Double functionValue,

        @Schema(description = "The rules as they were applied, variable by variable", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the result has been checked")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
