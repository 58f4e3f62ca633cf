package org.mlmath.linalg.matrix.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A determinant, also where it is too large or too small for a double: sign·exp(logAbsolute)")
public record DeterminantResult(
        @Schema(
                description = "The determinant; null beyond the largest double, where sign and logAbsolute say it",
                examples = "-2",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double value,

        @Schema(description = "Its sign: 1, 0 or -1", examples = "-1")
        int sign,

        @Schema(
                description = "The natural logarithm of its modulus, \"-Infinity\" when it is 0",
                examples = "0.6931471805599453")
        double logAbsolute,

        @Schema(description = "The same as a fraction, with exact arithmetic", nullable = true)
        ExactValue exact,

        @Schema(description = "How right it is") Diagnostics diagnostics,
        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    DeterminantResult withSteps(List<Step> shown) {
        return new DeterminantResult(value, sign, logAbsolute, exact, diagnostics, warnings, shown);
    }

    @Schema(name = "ExactDeterminant", description = "A determinant without rounding")
    public record ExactValue(
            @Schema(description = "An integer or a fraction, as text", examples = "-1/6")
            String value) {}

    @Schema(name = "DeterminantDiagnostics", description = "How right a determinant is")
    public record Diagnostics(
            @Schema(
                    description =
                            "`elimination`: in fractions, rounded once; `lu`: in floating point; `rank`: 0, since the rows as given"
                                    + " depend on each other",
                    examples = "elimination")
            String method,

            @Schema(
                    description =
                            "Estimate of the relative error of the value: half a unit in the last place, or n·ε times the condition"
                                    + " number",
                    examples = "1.1e-16")
            double relativeErrorEstimate) {}
}
