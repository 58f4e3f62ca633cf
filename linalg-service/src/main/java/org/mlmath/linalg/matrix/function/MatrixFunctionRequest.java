package org.mlmath.linalg.matrix.function;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix, and the function wanted of it")
public record MatrixFunctionRequest(
        @Schema(description = "A, n×n", examples = "[[0, -1], [1, 0]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "The principal branch of the function; not entry by entry: exp is I + A + A²/2 + A³/6 + …",
                examples = "exp")
        @NotNull
        FunctionName function,

        @Schema(
                description = "Show the working, by a basis of real eigenvectors where there is one; up to 4 rows",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    /** Products of the exponential and its squarings, twice for the error estimate. */
    private static final double PRODUCTS = 40;

    /** Seconds per n³ for roots and solutions with a complex triangle, twice. */
    private static final double TRIANGLE = 6e-8;

    /** Seconds per n³ for an exponential in twice the precision. */
    private static final double DOUBLED = 4e-7;

    /** Seconds per n³ for a logarithm and a root in as many digits as it takes, which ill-conditioned matrices want. */
    private static final double LOGARITHM_OF_MANY_DIGITS = 2e-5;

    private static final double ROOT_OF_MANY_DIGITS = 1.5e-6;

    public MatrixFunctionRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (matrix == null || function == null) {
            return Cost.SMALL;
        }
        int n = matrix.rows();
        double cube = (double) n * n * n;
        Cost refinement = n > MatrixFunction.REFINED_UP_TO
                ? Cost.SMALL
                : new Cost(
                        cube
                                * switch (function) {
                                    case EXP -> DOUBLED;
                                    case SIN, COS -> 8 * DOUBLED;
                                    case LOG -> LOGARITHM_OF_MANY_DIGITS;
                                    case SQRT -> ROOT_OF_MANY_DIGITS;
                                },
                        1024L * n * n);
        return switch (function) {
            case EXP -> MatrixCost.product(n, n, n, PRODUCTS).plus(refinement);
            case SIN, COS -> MatrixCost.product(2 * n, 2 * n, 2 * n, PRODUCTS).plus(refinement);
            case LOG, SQRT ->
                MatrixCost.of(Operation.EIGEN, matrix, 4)
                        .plus(new Cost(TRIANGLE * cube, 256L * n * n))
                        .plus(MatrixCost.exactRank(matrix))
                        .plus(refinement);
        };
    }
}
