package org.mlmath.linalg.decomposition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Certificate;

@Schema(description = "How near the factors come to the matrix; rounding alone leaves a small multiple of 1e-16")
public record DecompositionDiagnostics(
        @Schema(
                description =
                        "Frobenius norm of the matrix minus the product of the factors given, relative to the matrix's;"
                                + " for eigenvectors V of a matrix that is not symmetric, of AV − VΛ",
                examples = "3.1e-16",
                nullable = true)
        Double reconstructionError,

        @Schema(
                description = "Frobenius norm of QᵀQ − I, the largest of the orthogonal factors'",
                examples = "8.2e-16",
                nullable = true)
        Double orthogonality,

        @Schema(
                description =
                        "Estimate of the condition number in the 1-norm: of the matrix of eigenvectors, which says how much the"
                                + " eigenvalues may move when the matrix does; for LU and Cholesky factors, of the matrix itself, \"Infinity\""
                                + " for a singular one",
                examples = "2.6",
                nullable = true)
        Double conditionEstimate,

        @Schema(
                description =
                        "What the singular values left out make of the reconstruction error; present when some were",
                examples = "0.02",
                nullable = true)
        Double truncationError,

        @Schema(description = "Whether the errors are estimates from a few products, as they are from n = 200 on")
        boolean estimated) {

    /** What is said of a factorisation by its certificates, either of which may be null. */
    static DecompositionDiagnostics of(Certificate reconstruction, Certificate orthogonality) {
        return of(reconstruction, orthogonality, null, null);
    }

    static DecompositionDiagnostics of(
            Certificate reconstruction, Certificate orthogonality, Double conditionEstimate, Double truncationError) {
        return new DecompositionDiagnostics(
                reconstruction == null ? null : reconstruction.value(),
                orthogonality == null ? null : orthogonality.value(),
                conditionEstimate,
                truncationError,
                (reconstruction != null && reconstruction.estimated())
                        || (orthogonality != null && orthogonality.estimated()));
    }
}
