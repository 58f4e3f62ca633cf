package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Two vectors to multiply")
public record DotRequest(
        @Schema(description = "a, n entries", examples = "[1, 2, 3]") @NotNull
        double[] a,

        @Schema(description = "b, n entries", examples = "[4, -5, 6]") @NotNull
        double[] b,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public DotRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return VectorCost.of(a, b);
    }
}
