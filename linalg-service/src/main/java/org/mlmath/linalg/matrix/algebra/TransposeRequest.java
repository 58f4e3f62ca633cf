package org.mlmath.linalg.matrix.algebra;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix to transpose")
public record TransposeRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, 2, 3], [4, 5, 6]]") @NotNull
        Matrix matrix,

        @Schema(description = "Show the working, up to 8 rows and columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public TransposeRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return matrix == null ? Cost.SMALL : MatrixCost.entries(matrix.rows(), matrix.columns());
    }
}
