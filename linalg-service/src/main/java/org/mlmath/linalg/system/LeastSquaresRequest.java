package org.mlmath.linalg.system;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Equations A·x ≈ b to be satisfied as nearly as possible, or several with the same A")
public record LeastSquaresRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, 0], [1, 1], [1, 2]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "The right-hand side: a vector b with m entries, or a matrix B with m rows, a column per problem",
                examples = "[1, 2, 4]")
        @NotNull
        VectorOrMatrix rhs,

        @Schema(
                description =
                        "Singular values at or below this times the largest count as zero; by default max(m, n)·2^-52, as in NumPy",
                examples = "1e-10",
                nullable = true)
        @PositiveOrZero
        @DecimalMax("1")
        Double rcond,

        @Schema(
                description =
                        "λ: minimise ‖A·x − b‖² + λ‖x‖² (ridge regression, Tikhonov). The intercept, if A has a column for it, is penalised as well",
                defaultValue = "0",
                examples = "0.1")
        @PositiveOrZero
        Double ridge,

        @Schema(
                description = "Show the working through the normal equations, for matrices with at most 8 columns",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public LeastSquaresRequest {
        ridge = ridge == null ? 0 : ridge;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return matrix == null || rhs == null ? Cost.SMALL : SolveCost.ofLeastSquares(matrix, rhs.matrix(), explain);
    }
}
