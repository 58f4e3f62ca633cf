package org.mlmath.linalg.matrix.inverse;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix whose Moore–Penrose inverse is wanted")
public record PseudoInverseRequest(
        @Schema(description = "A, m×n, any shape and rank", examples = "[[1, 2], [2, 4]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "Singular values at or below this times the largest count as 0. When not given, max(m, n)·2⁻⁵²",
                examples = "1e-6")
        @PositiveOrZero
        @DecimalMax("1")
        Double rcond,

        @Schema(
                description = "Show the working, through the singular values; up to 6 rows and columns",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PseudoInverseRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return MatrixCost.of(Operation.SVD, matrix, 1.5);
    }
}
