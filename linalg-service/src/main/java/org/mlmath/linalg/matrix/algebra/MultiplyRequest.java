package org.mlmath.linalg.matrix.algebra;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Two matrices to multiply")
public record MultiplyRequest(
        @Schema(description = "A, m×k", examples = "[[1, 2], [3, 4]]") @NotNull
        Matrix a,

        @Schema(description = "B, k×n: as many rows as A has columns", examples = "[[5, 6], [7, 8]]") @NotNull
        Matrix b,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public MultiplyRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return a == null || b == null ? Cost.SMALL : MatrixCost.product(a.rows(), a.columns(), b.columns(), 1);
    }
}
