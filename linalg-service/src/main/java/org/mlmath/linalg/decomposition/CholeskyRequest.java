package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A symmetric positive definite matrix to factor")
public record CholeskyRequest(
        @Schema(description = "A, n×n, symmetric", examples = "[[4, 2], [2, 3]]") @NotNull
        Matrix matrix,

        @Schema(description = "Show the working, entry by entry, for matrices up to order 8", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public CholeskyRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return DecompositionCost.of(Operation.CHOLESKY, matrix, true, true);
    }
}
