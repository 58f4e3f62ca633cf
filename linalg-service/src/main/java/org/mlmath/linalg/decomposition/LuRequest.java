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

    /** Seconds to bring an entry of L or U to lowest terms. */
    private static final double REDUCTION = 2e-5;

    public LuRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        Cost factoring = DecompositionCost.of(Operation.LU, matrix, false, true);
        if (!Lu.inFractions(matrix, arithmetic, explain)) {
            return factoring;
        }
        int entries = matrix.values().length;
        double seconds = 2 * ExactCost.of(matrix).fractionFreeSeconds() + REDUCTION * entries;
        return factoring.plus(new Cost(seconds, BYTES_PER_FRACTION * entries));
    }
}
