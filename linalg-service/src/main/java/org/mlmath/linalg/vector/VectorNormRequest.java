package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A vector to measure")
public record VectorNormRequest(
        @Schema(description = "x, n entries", examples = "[3, -4]") @NotNull
        double[] vector,

        @Schema(
                description =
                        "p in (Σ|xᵢ|ᵖ)^(1/p), a number that is not negative, or \"inf\" for the largest modulus; 0 counts the entries that"
                                + " are not zero; 2 when absent",
                nullable = true)
        NormOrder order,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public VectorNormRequest {
        order = order == null ? new NormOrder(2) : order;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return VectorCost.of(vector, vector, vector);
    }
}
