package org.mlmath.linalg.elimination;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The reduced row echelon form")
public record RrefResult(
        @Schema(
                description =
                        "m×n: every pivot is 1 and alone in its column, and to the right of those above it; rows of zeros last",
                examples = "[[1, 2, 0], [0, 0, 1]]")
        Matrix matrix,

        @Schema(description = "The columns of the pivots, from 0", examples = "[0, 2]")
        int[] pivots,

        @Schema(description = "How many pivots there are", examples = "2")
        int rank,

        @Schema(description = "The same in fractions, unless it was computed in floating point", nullable = true)
        ExactValues exact,

        @Schema(description = "How the pivots were decided") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The row operations, when asked for", nullable = true)
        List<Step> steps) {

    RrefResult withSteps(List<Step> shown) {
        return new RrefResult(matrix, pivots, rank, exact, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "ExactEchelonForm", description = "The echelon form in fractions, as text")
    public record ExactValues(
            @Schema(description = "The matrix, row by row", examples = "[[\"1\", \"2\", \"0\"], [\"0\", \"0\", \"1\"]]")
            String[][] matrix) {}

    @Schema(name = "EchelonDiagnostics", description = "How pivots were decided")
    public record Diagnostics(
            @Schema(description = "What decided whether an entry is zero: `exact`, fractions; `tolerance`, its size")
            RankDecision rankDecidedBy,

            @Schema(
                    description = "Entries at or below it in modulus were taken for zeros, in floating point",
                    examples = "1e-15",
                    nullable = true)
            Double tolerance) {}
}
