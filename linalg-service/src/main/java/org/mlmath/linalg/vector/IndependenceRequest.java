package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Vectors that may depend on each other")
public record IndependenceRequest(
        @Schema(description = "k vectors of n entries, one per row", examples = "[[1, 2], [2, 4]]") @NotNull
        Matrix vectors,

        @Schema(
                description =
                        "Singular values at or below it count as zero. When absent, up to 64 vectors of 64 entries are decided in"
                                + " fractions, and more with max(k, n)·2^-52 times the largest singular value",
                examples = "1e-9",
                nullable = true)
        @PositiveOrZero
        Double tolerance,

        @Schema(description = "Show the row operations, in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public IndependenceRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (vectors == null || vectors.values().length == 0) {
            return Cost.SMALL;
        }
        int k = vectors.rows();
        int n = vectors.columns();
        double seconds = LinearIndependence.decidedInFractions(vectors)
                ? ExactCost.of(vectors.transpose()).eliminationSeconds()
                : Kernels.current().cost().full(Operation.SVD, k, n);
        return VectorCost.of(vectors.values()).plus(new Cost(seconds, 200L * k * n + 24L * k * k));
    }
}
