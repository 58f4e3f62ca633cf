package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix to write as an orthogonal times a positive semidefinite one")
public record PolarRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[0, -2], [3, 0]]") @NotNull
        Matrix matrix,

        @Schema(description = "`right`: A = UP; `left`: A = PU", defaultValue = "right")
        PolarSide side,

        @Schema(description = "Show the working, up to 6 rows and columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PolarRequest {
        side = side == null ? PolarSide.RIGHT : side;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return DecompositionCost.of(Operation.SVD, matrix, true, true);
    }
}
