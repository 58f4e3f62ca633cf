package org.mlmath.linalg.decomposition;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix whose singular values are wanted")
public record SvdRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[3, 0], [4, 5]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "`thin`: the first min(m, n) singular vectors; `full`: square U and Vᵀ; `values`: no vectors",
                defaultValue = "thin")
        SvdMode mode,

        @Schema(
                description =
                        "Keep this many of the largest singular values, and their vectors: the best approximation of A of"
                                + " that rank. At most min(m, n); not with mode `full`. All, when not given",
                examples = "1")
        @Min(1)
        Integer components,

        @Schema(description = "Show the working, for matrices with at most 3 rows or columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public SvdRequest {
        mode = mode == null ? SvdMode.THIN : mode;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return mode == SvdMode.VALUES
                ? DecompositionCost.of(Operation.SINGULAR_VALUES, matrix, false, false)
                : DecompositionCost.of(Operation.SVD, matrix, mode == SvdMode.FULL, true);
    }
}
