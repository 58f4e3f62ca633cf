package org.mlmath.linalg.transformation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Coordinates, or the matrix of a linear map, to be seen from another basis")
public record ChangeOfBasisRequest(
        @Schema(description = "Coordinates in the basis `from`, n of them", examples = "[3, 1]")
        double[] vector,

        @Schema(description = "The n×n matrix of a linear map in the basis `from`", examples = "[[2, 1], [1, 2]]")
        Matrix matrix,

        @Schema(
                description =
                        "The basis in which vector and matrix are given: a list of n vectors; the standard basis by default",
                examples = "[[1, 0], [0, 1]]")
        Matrix from,

        @Schema(
                description = "The basis asked for: a list of n vectors; the standard basis by default",
                examples = "[[1, 1], [1, -1]]")
        Matrix to,

        @Schema(description = "Show the working, for at most 8 dimensions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public ChangeOfBasisRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        int n = Math.max(
                vector == null ? 0 : vector.length,
                Math.max(matrix == null ? 0 : matrix.rows(), from == null ? to == null ? 0 : to.rows() : from.rows()));
        double seconds = Kernels.current().cost().seconds(Operation.LU, n, n) * 6
                + Kernels.current().cost().multiply(n, n, n) * 4;
        double exact = n <= BasisChange.EXACT_UP_TO ? 0.02 * Math.pow((double) n / BasisChange.EXACT_UP_TO, 3) : 0;
        // Up to this order the ranks are decided without rounding, see systems/solve.
        double ranks = n <= 64 ? 1e-7 * n * n * n : 0;
        return new Cost(1e-5 + seconds + exact + ranks, 4096 + 8L * 20 * n * n);
    }
}
