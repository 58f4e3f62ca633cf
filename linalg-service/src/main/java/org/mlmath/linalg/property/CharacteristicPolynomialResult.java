package org.mlmath.linalg.property;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "det(x·I − A)")
public record CharacteristicPolynomialResult(
        @Schema(
                description =
                        "Its n + 1 coefficients, highest power first; null where one is beyond the largest double",
                examples = "[1, -4, 3]")
        double[] coefficients,

        @Schema(description = "The same in fractions, with exact arithmetic", nullable = true)
        ExactValues exact,

        @Schema(description = "How right the coefficients are")
        Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    CharacteristicPolynomialResult withSteps(List<Step> shown) {
        return new CharacteristicPolynomialResult(coefficients, exact, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "ExactPolynomial", description = "A polynomial in fractions, as text")
    public record ExactValues(
            @Schema(description = "The coefficients, highest power first", examples = "[\"1\", \"-4\", \"3\"]")
            List<String> coefficients) {}

    @Schema(name = "PolynomialDiagnostics", description = "How right coefficients are")
    public record Diagnostics(
            @Schema(
                    description =
                            "`modular`: without rounding, then rounded once, for matrices up to order 64; `eigenvalues`: multiplied out"
                                    + " from the eigenvalues, where small coefficients may lose all digits",
                    examples = "modular")
            String method,

            @Schema(
                    description =
                            "Bound on the relative error of each coefficient; absent with `eigenvalues`, where errorBounds stand for it",
                    examples = "1.1e-16",
                    nullable = true)
            Double relativeErrorBound,

            @Schema(
                    description =
                            "With `eigenvalues`, bounds on the absolute errors of the coefficients, to first order in the rounding unit",
                    examples = "[0, 1e-12, 3e-11]",
                    nullable = true)
            double[] errorBounds) {}
}
