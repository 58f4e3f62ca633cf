package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;

@Schema(description = "A = ZTZᴴ")
public record SchurResult(
        @Schema(
                description = "Z, n×n, orthogonal or unitary: the Schur vectors are its columns",
                examples = "[[1, 0], [0, 1]]")
        ComplexMatrix z,

        @Schema(
                description =
                        "T, n×n, 0 below the diagonal but for blocks of order 2, one for each pair of complex eigenvalues, with equal"
                                + " diagonal entries and off-diagonal ones of opposite signs; of the complex form no blocks",
                examples = "[[0, -1], [1, 0]]")
        ComplexMatrix t,

        @Schema(description = "The eigenvalues in the order of T’s diagonal")
        ComplexVector values,

        @Schema(description = "Whether any eigenvalue is complex", examples = "true")
        boolean complex,

        @Schema(
                description =
                        "With `sort`, how many eigenvalues were selected: the first columns of Z, as many, span the subspace that belongs to"
                                + " them",
                examples = "1",
                nullable = true)
        Integer selectedDimension,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    SchurResult withSteps(List<Step> shown) {
        return new SchurResult(z, t, values, complex, selectedDimension, diagnostics, conventions, warnings, shown);
    }
}
