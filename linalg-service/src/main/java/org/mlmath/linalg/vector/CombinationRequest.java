package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Vectors, and how much of each")
public record CombinationRequest(
        @Schema(description = "v₁ … vₖ: k vectors of n entries, one per row", examples = "[[1, 0], [1, 1]]") @NotNull
        Matrix vectors,

        @Schema(description = "c₁ … cₖ, one per vector", examples = "[2, 3]") @NotNull
        double[] coefficients,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public CombinationRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return VectorCost.of(vectors == null ? null : vectors.values(), coefficients);
    }
}
