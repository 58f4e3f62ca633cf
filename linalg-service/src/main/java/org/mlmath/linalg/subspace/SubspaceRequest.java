package org.mlmath.linalg.subspace;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix, of which a subspace is asked for")
public record SubspaceRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, 2], [2, 4]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "`float`: an orthonormal basis in double precision; `exact`: a basis in fractions, where a number means its"
                                + " shortest decimal and strings such as \"1/3\" may be entries",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(
                description =
                        "With `float`: singular values at or below it count as zero; max(m, n)·2^-52 times the largest when absent, as"
                                + " in NumPy and SciPy. Fractions need none",
                examples = "1e-9",
                nullable = true)
        @PositiveOrZero
        Double tolerance,

        @Schema(description = "Show the row operations, in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public SubspaceRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return matrix == null ? Cost.SMALL : SubspaceCost.of(matrix, arithmetic == Arithmetic.EXACT, explain);
    }
}
