package org.mlmath.calculus.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A network, examples with their targets, and the loss that judges it")
public record NetworkBackwardRequest(
        @Schema(description = "The network") @NotNull @Valid NetworkDefinition network,

        @Schema(description = "x: one example, or an example per row", examples = "[[0.5, -1], [1, 2]]") @NotNull
        VectorOrMatrix inputs,

        @Schema(
                description = "What the outputs should be, of their shape; a vector will do for one output, and for"
                        + " categorical-cross-entropy a label per example: 0, 1, 2, …",
                examples = "[[1], [0]]")
        @NotNull
        VectorOrMatrix targets,

        @Schema(description = "The loss") @NotNull @Valid NamedLoss loss,

        @Schema(
                description = "Adds the chain rule number by number, for small networks and few examples",
                defaultValue = "false",
                nullable = true)
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        return PassCost.of(network, inputs, 3);
    }
}
