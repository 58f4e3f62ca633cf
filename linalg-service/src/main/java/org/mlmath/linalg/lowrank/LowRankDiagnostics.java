package org.mlmath.linalg.lowrank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "How near the approximation comes to the best there is; rounding alone leaves a small multiple of 1e-16")
public record LowRankDiagnostics(
        @Schema(
                description =
                        "Difference between the error measured, as the norm of A minus the approximation, and the one that the"
                                + " singular values left out promise; relative to the norm of A",
                examples = "1.1e-16")
        double reconstructionError,

        @Schema(
                description = "Frobenius norm of QᵀQ − I, the larger of the two for the singular vectors used",
                examples = "4.4e-16")
        double orthogonality,

        @Schema(description = "Whether orthogonality is an estimate from a few products, as it is from rank 200 on")
        boolean estimated) {}
