package org.mlmath.calculus.integral;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "An integral over several variables")
public record MultipleIntegralResult(
        @Schema(
                description = "The integral; missing where no digit of it is certain, as where it diverges",
                nullable = true,
                examples = "0.125")
        Double value,

        @Schema(
                description = "The integral in closed form, where rules integrate every variable and the value agrees",
                nullable = true,
                examples = "1/8")
        String exact,

        @Schema(description = "The closed form as LaTeX", nullable = true, examples = "\\frac{1}{8}")
        String exactLatex,

        @Schema(description = "The variables from the outermost inwards", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "The working, from the innermost variable outwards", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the result can be trusted")
        MultipleIntegralDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
