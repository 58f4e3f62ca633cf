package org.mlmath.linalg.matrix.measure;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix whose determinant is wanted")
public record DeterminantRequest(
        @Schema(description = "A, n×n", examples = "[[1, 2], [3, 4]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "`float`: double precision; `exact`: fractions, where a number means its shortest decimal and strings such"
                                + " as \"1/3\" may be entries",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(
                description = "Show the elimination, in fractions, and up to 4×4 the expansion by cofactors",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public DeterminantRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        Cost kernel = MatrixCost.of(Operation.LU, matrix, 2).plus(MatrixCost.exactRank(matrix));
        boolean fractions = arithmetic == Arithmetic.EXACT || explain;
        return kernel.plus(MatrixCost.elimination(matrix, fractions ? 1 : MatrixCost.RARELY));
    }
}
