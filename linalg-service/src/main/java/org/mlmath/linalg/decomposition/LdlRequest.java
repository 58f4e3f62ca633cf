package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A symmetric matrix, definite or not, to factor")
public record LdlRequest(
        @Schema(description = "A, n×n, symmetric", examples = "[[0, 1], [1, 0]]") @NotNull
        Matrix matrix,

        @Schema(description = "Show the working, up to 6 rows", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public LdlRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return DecompositionCost.of(Operation.LDL, matrix, true, true);
    }
}
