package org.mlmath.linalg.elimination;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix to reduce by row operations")
public record RrefRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, 2, 3], [2, 4, 7]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "`exact`: fractions, where a number means its shortest decimal and strings such as \"1/3\" may be entries;"
                                + " `float`: double precision; `auto`: fractions up to 64 rows and 20,000 entries, else double precision",
                defaultValue = "auto")
        EchelonArithmetic arithmetic,

        @Schema(
                description =
                        "With `float`: entries at or below it in modulus cannot be pivots; max(m, n)·2^-52·‖A‖∞ when absent. Fractions"
                                + " need none",
                examples = "1e-9",
                nullable = true)
        @PositiveOrZero
        Double tolerance,

        @Schema(description = "Show the row operations, in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public RrefRequest {
        arithmetic = arithmetic == null ? EchelonArithmetic.AUTO : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return matrix == null
                ? Cost.SMALL
                : EliminationCost.of(
                        matrix,
                        EchelonForm.inFractions(matrix, arithmetic, tolerance)
                                || (explain && EchelonForm.fitsFractions(matrix)));
    }
}
