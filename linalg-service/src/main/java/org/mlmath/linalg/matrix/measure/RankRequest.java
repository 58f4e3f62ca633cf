package org.mlmath.linalg.matrix.measure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix whose rank is wanted")
public record RankRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, 2], [2, 4]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "Singular values above this count. When not given, max(m, n)·2⁻⁵² times the largest, as in NumPy; not"
                                + " with exact arithmetic",
                examples = "0.001")
        @PositiveOrZero
        Double tolerance,

        @Schema(
                description =
                        "`float`: by singular values; `exact`: of the decimals as given, without rounding, with strings such as"
                                + " \"1/3\" as entries",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(description = "Show the working: row operations in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public RankRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        Cost singularValues = MatrixCost.of(Operation.SINGULAR_VALUES, matrix, 1);
        return arithmetic == Arithmetic.EXACT
                ? singularValues
                        .plus(MatrixCost.exactRank(matrix))
                        .plus(MatrixCost.elimination(matrix, MatrixCost.RARELY))
                : singularValues;
    }
}
