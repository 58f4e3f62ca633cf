package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix to write as an orthogonal times a triangular one")
public record QrRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[3, 1], [4, 2]]") @NotNull
        Matrix matrix,

        @Schema(
                description = "`thin`: Q is m×k and R is k×n, k = min(m, n); `full`: Q is m×m and R is m×n",
                defaultValue = "thin")
        QrMode mode,

        @Schema(
                description =
                        "Exchange columns so that the diagonal of R falls, which shows the rank: A[:, permutation] = QR",
                defaultValue = "false")
        Boolean pivoting,

        @Schema(description = "Show the working, for matrices with at most 8 columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public QrRequest {
        mode = mode == null ? QrMode.THIN : mode;
        pivoting = pivoting != null && pivoting;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return DecompositionCost.of(Operation.QR, matrix, mode == QrMode.FULL, true);
    }
}
