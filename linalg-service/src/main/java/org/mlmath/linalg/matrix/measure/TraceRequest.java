package org.mlmath.linalg.matrix.measure;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A square matrix whose trace is wanted")
public record TraceRequest(
        @Schema(description = "A, n×n", examples = "[[1, 2], [3, 4]]") @NotNull
        Matrix matrix,

        @Schema(description = "Show the sum", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public TraceRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return Cost.SMALL;
    }
}
