package org.mlmath.linalg.iteration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix whose dominant eigenvalue is to be found by multiplying again and again")
public record PowerIterationRequest(
        @Schema(description = "A, n×n", examples = "[[2, 1], [1, 3]]") @NotNull
        Matrix matrix,

        @Schema(
                description = "The start, n entries, not all 0; by default a vector without any symmetry",
                examples = "[1, 0]")
        double[] start,

        @Schema(description = "Rounds to stop after", defaultValue = "1000", examples = "20") @Min(1) @Max(10_000)
        Integer maxIterations,

        @Schema(
                description = "The residual to stop at, ‖Av − λv‖₂ relative to ‖Av‖₂",
                defaultValue = "1e-12",
                examples = "1e-6")
        @DecimalMin("0")
        @DecimalMax("1")
        Double tolerance,

        @Schema(description = "Show the rounds in LaTeX, for at most 8 dimensions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PowerIterationRequest {
        maxIterations = maxIterations == null ? 1000 : maxIterations;
        tolerance = tolerance == null ? 1e-12 : tolerance;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (matrix == null) {
            return Cost.SMALL;
        }
        int n = matrix.rows();
        double eigenvalues =
                n <= PowerIteration.COMPARED_UP_TO ? Kernels.current().cost().seconds(Operation.EIGEN, n, n) : 0;
        double rounds = Math.min(maxIterations, 200) * (1e-6 + 1e-9 * n * n);
        long history = (long) maxIterations * (n <= PowerIteration.VECTORS_UP_TO ? 8L * n + 100 : 100);
        return new Cost(eigenvalues + rounds, 4096 + 24L * n * n + history);
    }
}
