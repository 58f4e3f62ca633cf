package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix to bring to triangular form")
public record SchurRequest(
        @Schema(description = "A, n×n", examples = "[[0, -1], [1, 0]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "`real`: T has a block of order 2 for each pair of complex eigenvalues; `complex`: T is triangular, and z and t are"
                                + " complex where an eigenvalue is",
                defaultValue = "real")
        SchurOutput output,

        @Schema(
                description =
                        "The eigenvalues that come first: those in the left half plane (`lhp`, Re λ < 0), the right one (`rhp`, Re λ ≥ 0),"
                                + " inside the unit circle (`iuc`, |λ| ≤ 1) or outside (`ouc`, |λ| > 1). When not given they come as they"
                                + " are found",
                examples = "lhp",
                nullable = true)
        EigenvalueRegion sort,

        @Schema(
                description =
                        "Show the working, of 2×2 matrices; for others there is none by hand, and a warning says so",
                defaultValue = "false")
        Boolean explain)
        implements Costed {
    /** Seconds over n³ for as many exchanges of eigenvalues as there may be, n²/4 of them on 2n entries each. */
    private static final double PER_EXCHANGED_ENTRY = 3e-10;

    public SchurRequest {
        output = output == null ? SchurOutput.REAL : output;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        Cost cost = DecompositionCost.of(Operation.SCHUR, matrix, true, true);
        if (matrix == null) {
            return cost;
        }
        double n = matrix.rows();
        double exchanges = sort == null ? 0 : PER_EXCHANGED_ENTRY * n * n * n;
        boolean complex = output == SchurOutput.COMPLEX;
        double certificates = complex ? 8 * Kernels.current().cost().multiply(matrix.rows(), 200, matrix.rows()) : 0;
        return new Cost(cost.seconds() + exchanges + certificates, complex ? 3 * cost.bytes() : cost.bytes());
    }
}
