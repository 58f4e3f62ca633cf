package org.mlmath.linalg.matrix.measure;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix whose condition number is wanted")
public record ConditionNumberRequest(
        @Schema(description = "A, of any shape for the norm `2`, else n×n", examples = "[[1, 2], [3, 4]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "The norm in ‖A‖·‖A⁻¹‖. `2`: the largest singular value over the smallest; `1`: column sums; `inf`: row sums;"
                                + " `frobenius`",
                defaultValue = "2")
        ConditionNorm norm,

        @Schema(description = "Show the working, up to 8 rows and columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public ConditionNumberRequest {
        norm = norm == null ? ConditionNorm.TWO : norm;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return MatrixCost.of(Operation.SINGULAR_VALUES, matrix, 3)
                .plus(MatrixCost.of(Operation.LU, matrix, 10))
                .plus(MatrixCost.exactRank(matrix))
                .plus(MatrixCost.elimination(matrix, MatrixCost.RARELY));
    }
}
