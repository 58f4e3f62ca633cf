package org.mlmath.linalg.subspace;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A basis of a subspace")
public record SubspaceResult(
        @Schema(
                description =
                        "A list of vectors, one per row: orthonormal in floating point, from the echelon form in fractions; empty for the"
                                + " subspace that holds only 0",
                examples = "[[-0.8944271909999159, 0.4472135954999579]]")
        Matrix basis,

        @Schema(description = "How many vectors the basis has", examples = "1")
        int dimension,

        @Schema(description = "The same in fractions, with exact arithmetic", nullable = true)
        ExactValues exact,

        @Schema(description = "How right the basis is") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    SubspaceResult withSteps(List<Step> shown) {
        return new SubspaceResult(basis, dimension, exact, diagnostics, conventions, warnings, shown);
    }

    @Schema(name = "ExactBasis", description = "A basis in fractions, as text")
    public record ExactValues(
            @Schema(description = "The vectors, one per row", examples = "[[\"-2\", \"1\"]]")
            String[][] basis) {}

    @Schema(name = "SubspaceDiagnostics", description = "How right a basis is")
    public record Diagnostics(
            @Schema(description = "Rank of A", examples = "1")
            int rank,

            @Schema(
                    description =
                            "What decided the rank: `exact`, fractions; `tolerance`, the singular values above it")
            RankDecision rankDecidedBy,

            @Schema(description = "Singular values at or below it counted as zero", nullable = true)
            Double tolerance,

            @Schema(
                    description =
                            "Share of A, in the Frobenius norm, of the singular values that counted as zero: how far A is from a matrix"
                                    + " of this rank",
                    examples = "1e-17",
                    nullable = true)
            Double neglected,

            @Schema(description = "‖BBᵀ − I‖_F of the basis, in floating point", examples = "1e-16", nullable = true)
            Double orthogonality) {}
}
