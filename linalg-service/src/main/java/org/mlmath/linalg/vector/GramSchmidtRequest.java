package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Vectors to make orthogonal, one after the other")
public record GramSchmidtRequest(
        @Schema(description = "k vectors of n entries, one per row", examples = "[[3, 4], [1, 2]]") @NotNull
        Matrix vectors,

        @Schema(description = "Give the vectors of the basis the length 1", defaultValue = "true")
        Boolean normalize,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public GramSchmidtRequest {
        normalize = normalize == null || normalize;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return VectorCost.ofPairs(vectors);
    }
}
