package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix to bring nearly to triangular form")
public record HessenbergRequest(
        @Schema(description = "A, n×n", examples = "[[1, 2, 3], [4, 5, 6], [7, 8, 10]]") @NotNull
        Matrix matrix,

        @Schema(description = "Show the working: a reflection for each column, up to 6 rows", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public HessenbergRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return DecompositionCost.of(Operation.HESSENBERG, matrix, true, true);
    }
}
