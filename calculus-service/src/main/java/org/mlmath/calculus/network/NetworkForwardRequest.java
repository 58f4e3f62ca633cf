package org.mlmath.calculus.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A network, and what goes into it")
public record NetworkForwardRequest(
        @Schema(description = "The network") @NotNull @Valid NetworkDefinition network,

        @Schema(description = "x: one example, or an example per row", examples = "[[0.5, -1], [1, 2]]") @NotNull
        VectorOrMatrix inputs,

        @Schema(
                description = "Adds the working number by number, for small networks and few examples",
                defaultValue = "false",
                nullable = true)
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        return PassCost.of(network, inputs, 1);
    }
}
