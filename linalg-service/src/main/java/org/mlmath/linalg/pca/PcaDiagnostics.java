package org.mlmath.linalg.pca;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How right components are; rounding alone leaves a small multiple of 1e-16")
public record PcaDiagnostics(
        @Schema(description = "Frobenius norm of VVᵀ − I for the components V", examples = "4.4e-16")
        double orthogonality,

        @Schema(
                description =
                        "Frobenius norm of C·Vᵀ − Vᵀ·Λ, for the covariance matrix C and the variances Λ, relative to the"
                                + " largest variance: how nearly the components are its eigenvectors",
                examples = "2.2e-16")
        double residual,

        @Schema(description = "Whether these are estimates from a few products, as they are from 200 components on")
        boolean estimated) {}
