package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A vector to project onto another, or onto what several span")
public record ProjectionRequest(
        @Schema(description = "v, n entries", examples = "[3, 4, 5]") @NotNull
        double[] vector,

        @Schema(
                description = "The vector, n entries, or a list of vectors, one per row, whose span is projected onto",
                examples = "[[1, 0, 0], [1, 1, 0]]")
        @NotNull
        VectorOrMatrix onto,

        @Schema(description = "Show the working, by the normal equations in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public ProjectionRequest {
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return onto == null
                ? Cost.SMALL
                : VectorCost.ofPairs(Projection.rows(onto)).plus(VectorCost.of(vector));
    }
}
