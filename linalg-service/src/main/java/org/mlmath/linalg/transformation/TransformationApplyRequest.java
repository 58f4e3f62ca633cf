package org.mlmath.linalg.transformation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Points to send through a linear or affine map")
public record TransformationApplyRequest(
        @Schema(
                description =
                        "M, m×n: it takes points with n coordinates to points with m. A square matrix whose last row is (0, …, 0, 1)"
                                + " also takes points with one coordinate less, as homogeneous matrices do",
                examples = "[[0, -1], [1, 0]]")
        @NotNull
        Matrix matrix,

        @Schema(description = "The points, one per row, or a single one as a vector", examples = "[[1, 0], [2, 1]]")
        @NotNull
        VectorOrMatrix points,

        @Schema(description = "t, added after the matrix: one entry per coordinate of the image", examples = "[3, 0]")
        double[] translation,

        @Schema(description = "Show the product for the first points, in up to 6 dimensions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public TransformationApplyRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (matrix == null || points == null) {
            return Cost.SMALL;
        }
        int k = points.matrix().rows();
        long entries = (long) k * (matrix.rows() + matrix.columns());
        return new Cost(
                Kernels.current().cost().multiply(k, matrix.columns(), matrix.rows()) + 1e-7 * entries, 24 * entries);
    }
}
