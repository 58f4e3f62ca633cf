package org.mlmath.linalg.matrix.inverse;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.LinearSystem;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix to invert")
public record InverseRequest(
        @Schema(description = "A, n×n", examples = "[[1, 2], [3, 4]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "`float`: double precision; `exact`: fractions, where a number means its shortest decimal and strings such"
                                + " as \"1/3\" may be entries",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(description = "Show Gauss-Jordan elimination beside the identity, in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    /** A factorisation, then a solution and a residual for each round of refinement. */
    private static final double REFINED = 24;

    /** A factorisation and twice as much for the inverse, the certificate, and a refinement that seldom comes. */
    private static final double ONCE = 6;

    public InverseRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    /** @return how many times what a factorisation takes an inverse does */
    public static double factorisations(Matrix matrix) {
        return matrix != null && matrix.rows() > LinearSystem.EXACT_UP_TO ? ONCE : REFINED;
    }

    @Override
    public Cost cost() {
        boolean fractions = arithmetic == Arithmetic.EXACT || explain;
        // Elimination works on twice the columns.
        return MatrixCost.of(Operation.LU, matrix, factorisations(matrix))
                .plus(MatrixCost.exactRank(matrix))
                .plus(MatrixCost.inversion(matrix, fractions ? 1 : MatrixCost.RARELY));
    }
}
