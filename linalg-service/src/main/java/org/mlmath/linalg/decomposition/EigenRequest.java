package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;

@Schema(description = "A square matrix whose eigenvalues are wanted")
public record EigenRequest(
        @Schema(description = "A, n×n, real", examples = "[[2, 1], [1, 2]]") @NotNull
        Matrix matrix,

        @Schema(description = "Whether eigenvectors are wanted as well", defaultValue = "true")
        Boolean vectors,

        @Schema(description = "Show the working, for 2×2 and 3×3 matrices", defaultValue = "false")
        Boolean explain)
        implements Costed {

    /** Seconds per entry, and per n³, to find out whether eigenvalues coincide, up to the order to which that is decided exactly. */
    private static final double EXACT_ENTRY = 1e-6;

    private static final double EXACT_STRUCTURE = 3e-8;

    public EigenRequest {
        vectors = vectors == null || vectors;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        boolean symmetric = matrix != null && Symmetry.holds(matrix);
        Cost kernel =
                DecompositionCost.of(symmetric ? Operation.SYMMETRIC_EIGEN : Operation.EIGEN, matrix, false, true);
        if (matrix == null || matrix.rows() > Eigen.EXACT_UP_TO) {
            return kernel;
        }
        double n = matrix.rows();
        return kernel.plus(new Cost(n * n * (EXACT_ENTRY + EXACT_STRUCTURE * n), 0));
    }
}
