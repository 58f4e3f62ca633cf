package org.mlmath.linalg.matrix.algebra;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Two matrices of any shapes")
public record KroneckerRequest(
        @Schema(description = "A, m×n", examples = "[[1, 2], [3, 4]]") @NotNull
        Matrix a,

        @Schema(description = "B, p×q", examples = "[[5, 6], [7, 8]]") @NotNull
        Matrix b,

        @Schema(description = "Show the working, up to 256 entries", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public KroneckerRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return a == null || b == null
                ? Cost.SMALL
                : MatrixCost.entries((double) a.rows() * b.rows(), (double) a.columns() * b.columns());
    }
}
