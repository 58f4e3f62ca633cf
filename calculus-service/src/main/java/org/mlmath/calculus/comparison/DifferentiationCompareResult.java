package org.mlmath.calculus.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A derivative by several methods")
public record DifferentiationCompareResult(
        @Schema(description = "The derivative that errors are measured against", examples = "3.7560492270947414")
        double reference,

        @Schema(description = "By which variable", examples = "x")
        String variable,

        @Schema(description = "The order of the point's coordinates", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "The derivative as a formula, simplified", examples = "e^x*sin(x) + e^x*cos(x)")
        String derivative,

        @Schema(description = "The value of the formula") Single symbolic,

        @Schema(description = "Reverse-mode automatic differentiation of the expression")
        Single automatic,

        @Schema(description = "(f(x + h) − f(x))/h") Stepped forward,

        @Schema(description = "(f(x + h) − f(x − h))/(2h)") Stepped central,

        @Schema(
                description =
                        "Im f(x + ih)/h; null where a function in the expression is not continued to complex numbers",
                nullable = true)
        Stepped complexStep,

        @Schema(description = "The methods, and their best steps", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How good the reference is") Diagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(name = "DerivativeWithError", description = "A value and how far it is off")
    public record Single(
            @Schema(
                    description = "The derivative; null where the method gives none",
                    nullable = true,
                    examples = "3.7560492270947414")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double value,

            @Schema(description = "Its distance from the reference", nullable = true, examples = "2.2e-16")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double error) {}

    @Schema(name = "SteppedDerivative", description = "A derivative that depends on a step size")
    public record Stepped(
            @Schema(
                    description = "The most accurate of the values; null where there is none",
                    nullable = true,
                    examples = "3.75604922")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double value,

            @Schema(description = "Its distance from the reference", nullable = true, examples = "3e-9")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double error,

            @Schema(description = "The step that gives it", nullable = true, examples = "1e-8")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double stepSize,

            @Schema(
                    description =
                            "The step at which truncation and rounding are expected to balance, by the higher derivatives; null where these vanish, and for the complex step, which has no rounding to balance",
                    nullable = true,
                    examples = "2.1e-8")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double optimalStepSize,

            @Schema(description = "The value at each step") List<AtStep> bySteps) {}

    @Schema(name = "DerivativeAtStep", description = "A derivative at one step size")
    public record AtStep(
            @Schema(description = "h", examples = "1e-5") double stepSize,

            @Schema(description = "The derivative; null where the expression is undefined a step away", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double value,

            @Schema(description = "Its distance from the reference", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double error) {}

    @Schema(name = "DifferentiationCompareDiagnostics", description = "How good the reference is")
    public record Diagnostics(
            @Schema(description = "How the reference was found", examples = "high-precision")
            ReferenceMethod referenceMethod,

            @Schema(description = "A bound of its error", nullable = true, examples = "1e-30")
            Double referenceError) {}

    /** How the reference was found. */
    public enum ReferenceMethod {
        @JsonProperty("high-precision")
        HIGH_PRECISION,
        @JsonProperty("automatic")
        AUTOMATIC
    }
}
