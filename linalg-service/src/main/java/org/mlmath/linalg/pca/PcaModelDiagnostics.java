package org.mlmath.linalg.pca;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether the components of a model are orthonormal, as those of a fit are")
public record PcaModelDiagnostics(
        @Schema(description = "Frobenius norm of VVᵀ − I for the components V", examples = "4.4e-16")
        double orthogonality,

        @Schema(description = "Whether that is an estimate from a few products, as it is from 200 components on")
        boolean estimated) {}
