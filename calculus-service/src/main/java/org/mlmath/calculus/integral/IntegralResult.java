package org.mlmath.calculus.integral;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "An integral")
public record IntegralResult(
        @Schema(
                description =
                        "An antiderivative, without the constant of integration; missing where none was found, which a warning says",
                nullable = true,
                examples = "-(x + 1)*e^-x")
        String antiderivative,

        @Schema(description = "The antiderivative as LaTeX", nullable = true, examples = "-\\left(x + 1\\right) e^{-x}")
        String latex,

        @Schema(description = "By which variable", examples = "x")
        String variable,

        @Schema(
                description =
                        "The definite integral; missing without bounds, where it diverges, and where no digit of it is certain",
                nullable = true,
                examples = "1")
        Double value,

        @Schema(
                description =
                        "Whether the definite integral exists; missing without bounds and where it could not be decided",
                nullable = true,
                examples = "true")
        Boolean converges,

        @Schema(
                description =
                        "The definite integral in closed form, where the antiderivative gives one and it agrees with the value",
                nullable = true,
                examples = "1")
        String exact,

        @Schema(description = "The closed form as LaTeX", nullable = true, examples = "1")
        String exactLatex,

        @Schema(description = "The working", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the result can be trusted")
        IntegralDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
