package org.mlmath.linalg.lowrank;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix to approximate, and how well: exactly one of rank and energy")
public record LowRankRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, 2], [3, 4], [5, 6]]") @NotNull
        Matrix matrix,

        @Schema(description = "The rank of the approximation, at most min(m, n)", examples = "1") @Min(1)
        Integer rank,

        @Schema(
                description =
                        "The share of the squared Frobenius norm to keep, above 0 and at most 1: the smallest rank that keeps it"
                                + " is taken",
                examples = "0.99")
        @Positive
        @DecimalMax("1")
        Double energy,

        @Schema(description = "Show the working, for matrices of at most 6 rows and columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    /** Seconds to write one number of the answer as JSON. */
    private static final double WRITING = 1e-7;

    public LowRankRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            return Cost.SMALL;
        }
        Kernel kernel = Kernels.current();
        int m = matrix.rows();
        int n = matrix.columns();
        int smaller = Math.min(m, n);
        long entries = (long) m * n;
        double seconds =
                kernel.cost().seconds(Operation.SVD, m, n) + 2 * kernel.cost().multiply(m, smaller, n);
        return new Cost(seconds + WRITING * entries, 8 * (6 * entries + 6L * smaller * smaller));
    }
}
