package org.mlmath.linalg.property;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix to look at")
public record PropertiesRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[2, 1], [1, 2]]") @NotNull
        Matrix matrix,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PropertiesRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return PropertyCost.of(matrix, false);
    }
}
