package org.mlmath.calculus.taylor;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A Taylor polynomial")
public record TaylorResult(
        @Schema(
                description = "The polynomial in powers of the distance from the point",
                examples = "1 + x + x^2/2 + x^3/6")
        String polynomial,

        @Schema(
                description =
                        "Of one variable the coefficients from order 0 on, zeros included; of several the powers and coefficients of the terms that are not 0, by degree",
                examples = "[1, 1, 0.5, 0.16666666666666666]")
        TaylorCoefficients coefficients,

        @Schema(
                description =
                        "The coefficients as fractions, in the same order; null where one is not known to be rational",
                nullable = true)
        Exact exact,

        @Schema(description = "The polynomial as LaTeX", examples = "1 + x + \\frac{x^{2}}{2} + \\frac{x^{3}}{6}")
        String latex,

        @Schema(description = "The order of coordinates and powers", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "The point, in the order of the variables", examples = "[0]")
        double[] about,

        @Schema(description = "The degree asked for", examples = "3")
        int order,

        @Schema(description = "What the polynomial leaves out; of one variable", nullable = true)
        Remainder remainder,

        @Schema(description = "The coefficients one by one", nullable = true)
        List<Step> steps,

        @Schema(
                description =
                        "How far the coefficients have been checked against reverse-mode differentiation and values nearby")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(name = "ExactTaylorCoefficients", description = "Coefficients without rounding")
    public record Exact(
            @Schema(description = "Fractions", examples = "[\"1\", \"1\", \"1/2\", \"1/6\"]")
            List<String> coefficients) {}

    @Schema(name = "TaylorRemainder", description = "What a Taylor polynomial leaves out")
    public record Remainder(
            @Schema(
                    description = "Lagrange's form as LaTeX, with ξ between the point and the variable",
                    examples = "\\frac{f^{(4)}(\\xi)}{4!} x^{4}")
            String latex,

            @Schema(
                    description =
                            "The next coefficient: near the point the remainder is about this times the power; null where it does not exist",
                    nullable = true,
                    examples = "0.041666666666666664")
            Double nextCoefficient) {}
}
