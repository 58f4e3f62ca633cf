package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix to write as a lower times an upper triangular one")
public record LuRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[2, 1], [4, 5]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "`float`: double precision; `exact`: fractions, where a number means its shortest decimal and strings such"
                                + " as \"1/3\" may be entries",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(description = "Show the elimination with its multipliers, in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    private static final long BYTES_PER_FRACTION = 4000;

    public LuRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        Cost factoring = DecompositionCost.of(Operation.LU, matrix, false, true);
        return Lu.inFractions(matrix, arithmetic, explain)
                ? factoring.plus(new Cost(
                        2 * ExactCost.of(matrix).eliminationSeconds(), BYTES_PER_FRACTION * matrix.values().length))
                : factoring;
    }
}
