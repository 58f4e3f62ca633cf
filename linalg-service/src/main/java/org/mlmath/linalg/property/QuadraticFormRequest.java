package org.mlmath.linalg.property;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A quadratic form xᵀAx")
public record QuadraticFormRequest(
        @Schema(
                description =
                        "A, n×n; of a matrix that is not symmetric its symmetric part (A + Aᵀ)/2 counts, which has the same form",
                examples = "[[2, 1], [1, 2]]")
        @NotNull
        Matrix matrix,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public QuadraticFormRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return PropertyCost.of(matrix, true);
    }
}
