package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Two vectors in space")
public record CrossRequest(
        @Schema(description = "a, 3 entries", examples = "[1, 0, 0]") @NotNull
        double[] a,

        @Schema(description = "b, 3 entries", examples = "[0, 1, 0]") @NotNull
        double[] b,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public CrossRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return Cost.SMALL;
    }
}
