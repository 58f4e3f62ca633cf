package org.mlmath.linalg.matrix.algebra;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Two matrices of the same shape")
public record EntrywiseRequest(
        @Schema(description = "A, m×n", examples = "[[1, 2], [3, 4]]") @NotNull
        Matrix a,

        @Schema(description = "B, m×n as A is", examples = "[[5, 6], [7, 8]]") @NotNull
        Matrix b,

        @Schema(description = "Show the working, up to 8 rows and columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public EntrywiseRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return a == null || b == null ? Cost.SMALL : MatrixCost.entries(a.rows(), a.columns());
    }
}
