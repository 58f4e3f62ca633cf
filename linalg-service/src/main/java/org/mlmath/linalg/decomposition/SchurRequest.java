package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix to bring to triangular form")
public record SchurRequest(
        @Schema(description = "A, n×n", examples = "[[0, -1], [1, 0]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "Show the working, of 2×2 matrices; for others there is none by hand, and a warning says so",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public SchurRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return DecompositionCost.of(Operation.SCHUR, matrix, true, true);
    }
}
