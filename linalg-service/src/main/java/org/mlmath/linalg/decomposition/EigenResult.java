package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;

@Schema(description = "Eigenvalues λ and eigenvectors v of A: Av = λv")
public record EigenResult(
        @Schema(
                description =
                        "The n eigenvalues, each as often as its multiplicity: ascending for a symmetric matrix, else by"
                                + " real, then by imaginary part",
                examples = "[1, 3]")
        ComplexVector values,

        @Schema(
                description =
                        "The eigenvectors as columns of 2-norm 1, in the order of the values; where a multiple eigenvalue has too"
                                + " few of them (see diagonalizable), a column is repeated",
                nullable = true)
        ComplexMatrix vectors,

        @Schema(description = "Whether the values, and the vectors, are written as complex numbers")
        boolean complex,

        @Schema(
                description =
                        "Whether A equals its transpose, up to rounding of its entries: then the vectors are orthonormal")
        boolean symmetric,

        @Schema(description = "Whether there are n independent eigenvectors, over the complex numbers")
        boolean diagonalizable,

        @Schema(description = "How right values and vectors are")
        DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    EigenResult withSteps(List<Step> shown) {
        return new EigenResult(
                values, vectors, complex, symmetric, diagonalizable, diagnostics, conventions, warnings, shown);
    }
}
