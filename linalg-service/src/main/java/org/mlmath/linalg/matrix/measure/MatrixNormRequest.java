package org.mlmath.linalg.matrix.measure;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.matrix.MatrixCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix whose norm is wanted")
public record MatrixNormRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, -2], [3, 4]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "`frobenius`: √Σ|aᵢⱼ|²; `1`: the largest column sum of moduli; `inf`: the largest row sum; `2`: the largest"
                                + " singular value; `nuclear`: their sum; `max`: the largest modulus",
                defaultValue = "frobenius")
        NormKind kind,

        @Schema(description = "Show the working, up to 8 rows and columns", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public MatrixNormRequest {
        kind = kind == null ? NormKind.FROBENIUS : kind;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return kind.needsSingularValues() ? MatrixCost.of(Operation.SINGULAR_VALUES, matrix, 1) : Cost.SMALL;
    }
}
