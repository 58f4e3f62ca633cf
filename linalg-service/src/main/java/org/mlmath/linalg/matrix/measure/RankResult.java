package org.mlmath.linalg.matrix.measure;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;

@Schema(description = "The number of independent rows, which is that of independent columns")
public record RankResult(
        @Schema(description = "The rank", examples = "1") int rank,

        @Schema(
                description =
                        "The singular values, descending, in floating point also with exact arithmetic; null beyond"
                                + " the largest double",
                examples = "[5, 0]")
        double[] singularValues,

        @Schema(description = "What decided the rank") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    RankResult withSteps(List<Step> shown) {
        return new RankResult(rank, singularValues, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "RankDiagnostics", description = "What decided a rank")
    public record Diagnostics(
            @Schema(
                    description = "Singular values above this count; absent with exact arithmetic",
                    examples = "2.2e-15",
                    nullable = true)
            Double tolerance,

            @Schema(description = "`tolerance`, or `exact`: the numbers as given, without rounding")
            RankDecision rankDecidedBy,

            @Schema(
                    description =
                            "The smallest singular value that counts over the largest that does not: the larger, the clearer is"
                                    + " the rank. Absent where there are not both, or the latter is no more than rounding",
                    examples = "1e10",
                    nullable = true)
            Double gap) {}
}
