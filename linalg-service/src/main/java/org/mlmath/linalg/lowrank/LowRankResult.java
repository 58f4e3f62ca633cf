package org.mlmath.linalg.lowrank;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The matrix of that rank nearest to A")
public record LowRankResult(
        @Schema(description = "m×n, of the rank given", examples = "[[1, 2], [3, 4], [5, 6]]")
        Matrix matrix,

        @Schema(description = "How many singular values were kept", examples = "1")
        int rank,

        @Schema(description = "Frobenius norm of A minus the approximation", examples = "0.514")
        double error,

        @Schema(description = "The same, over the Frobenius norm of A; 0 for a zero matrix", examples = "0.0539")
        double relativeError,

        @Schema(
                description = "Largest singular value left out: the 2-norm of A minus the approximation",
                examples = "0.514")
        double spectralError,

        @Schema(description = "Share of the squared Frobenius norm that is kept", examples = "0.997")
        double energy,

        @Schema(description = "All singular values of A, descending", examples = "[9.52, 0.514]")
        double[] singularValues,

        @Schema(
                description =
                        "Numbers of A, m·n, over those that make up the approximation, rank·(m + n + 1): above 1 it takes less"
                                + " room",
                examples = "1")
        double compressionRatio,

        @Schema(description = "How near it comes to the best there is")
        LowRankDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    LowRankResult withSteps(List<Step> shown) {
        return new LowRankResult(
                matrix,
                rank,
                error,
                relativeError,
                spectralError,
                energy,
                singularValues,
                compressionRatio,
                diagnostics,
                conventions,
                warnings,
                shown);
    }
}
