package org.mlmath.linalg.matrix.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;

@Schema(description = "How much a matrix may multiply relative errors")
public record ConditionNumberResult(
        @Schema(
                description =
                        "The condition number, at least 1; \"Infinity\" for a matrix of less than full rank, null where it is finite"
                                + " but beyond the largest double",
                examples = "14.933034373659268",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double value,

        @Schema(description = "Its decimal logarithm: the digits that may be lost", examples = "1.1741480716330373")
        double digitsLost,

        @Schema(description = "What decided whether it is finite")
        Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    ConditionNumberResult withSteps(List<Step> shown) {
        return new ConditionNumberResult(value, digitsLost, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "ConditionDiagnostics", description = "How right a condition number is")
    public record Diagnostics(
            @Schema(
                    description =
                            "What decided whether the rank is full: `exact`, the decimals as given, without rounding; `tolerance`,"
                                    + " what rounding leaves of the smallest singular value")
            RankDecision rankDecidedBy,

            @Schema(description = "Estimate of the relative error, at most 1", examples = "3.3e-15")
            double relativeErrorEstimate) {}
}
