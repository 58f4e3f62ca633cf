package org.mlmath.linalg.system;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A system of linear equations A·x = b, or several with the same A")
public record SolveRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[2, 1], [1, 3]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "The right-hand side: a vector b with m entries, or a matrix B with m rows, a column per system",
                examples = "[3, 5]")
        @NotNull
        @ExactEntries
        VectorOrMatrix rhs,

        @Schema(
                description =
                        "`auto` chooses by shape and structure. `lu`, `cholesky` and `conjugate-gradient` need a square matrix, the"
                                + " latter two a symmetric positive definite one; `svd` gives the shortest solution where there are many",
                defaultValue = "auto")
        SolveMethod method,

        @Schema(
                description =
                        "`float`: double precision; `exact`: fractions, where a number means its shortest decimal and strings such"
                                + " as \"1/3\" may be entries",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(description = "Show the elimination, in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public SolveRequest {
        method = method == null ? SolveMethod.AUTO : method;
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return matrix == null || rhs == null
                ? Cost.SMALL
                : SolveCost.of(matrix, rhs.matrix(), method, arithmetic == Arithmetic.EXACT || explain);
    }
}
