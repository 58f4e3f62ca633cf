package org.mlmath.linalg.matrix.algebra;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.linalg.matrix.inverse.InverseRequest;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix to raise to an integer power")
public record PowerRequest(
        @Schema(description = "A, n×n", examples = "[[1, 1], [1, 0]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "The exponent, an integer up to ±2³¹; 0 gives the identity, a negative one needs an inverse",
                examples = "10")
        @NotNull
        @Min(-(1L << 31))
        @Max(1L << 31)
        Long exponent,

        @Schema(description = "Show the squarings", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PowerRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (matrix == null || exponent == null) {
            return Cost.SMALL;
        }
        int n = matrix.rows();
        long size = Math.abs(exponent);
        double products = size == 0 ? 0 : 63 - Long.numberOfLeadingZeros(size) + Long.bitCount(size);
        Cost squaring = MatrixCost.product(n, n, n, products);
        return exponent < 0
                ? squaring.plus(MatrixCost.of(Operation.LU, matrix, InverseRequest.factorisations(matrix)))
                        .plus(MatrixCost.exactRank(matrix))
                : squaring;
    }
}
