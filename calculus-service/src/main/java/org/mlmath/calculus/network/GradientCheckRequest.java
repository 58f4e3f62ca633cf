package org.mlmath.calculus.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A network, examples with their targets, the loss, and the gradients to be checked")
public record GradientCheckRequest(
        @Schema(description = "The network") @NotNull @Valid NetworkDefinition network,

        @Schema(description = "x: one example, or an example per row", examples = "[[0.5, -1], [1, 2]]") @NotNull
        VectorOrMatrix inputs,

        @Schema(description = "What the outputs should be, as for backward", examples = "[[1], [0]]") @NotNull
        VectorOrMatrix targets,

        @Schema(description = "The loss") @NotNull @Valid NamedLoss loss,

        @Schema(
                description = "The caller's own gradients, one entry per layer; those of backpropagation by default",
                nullable = true)
        List<@NotNull @Valid CheckedGradients> gradients,

        @Schema(
                description =
                        "h of a plain central difference, relative to the weight where that is above 1; by default several are"
                                + " tried and extrapolated to 0",
                examples = "1e-5",
                nullable = true)
        @DecimalMin("1e-12")
        @DecimalMax("1")
        Double stepSize,

        @Schema(
                description = "The largest relative error with which the gradients still agree",
                defaultValue = "1e-6",
                nullable = true)
        @DecimalMin("0")
        Double tolerance,

        @Schema(
                description = "Whether to show the working; this operation has none to show",
                defaultValue = "false",
                nullable = true)
        Boolean explain)
        implements Costed {

    @Schema(description = "The gradients of one layer")
    public record CheckedGradients(
            @Schema(description = "∂L/∂W, of the shape of the weights", examples = "[[0.1, 0.2]]") @NotNull
            Matrix weightGradients,

            @Schema(description = "∂L/∂b", examples = "[0.05]") @NotNull
            double[] biasGradients) {}

    @Override
    public Cost cost() {
        if (network == null) {
            return Cost.SMALL;
        }
        double parameters = network.weights() + network.units();
        // Passes through small networks cost more than their products: calls, and arrays to hold the numbers.
        Cost passes = PassCost.of(network, inputs, NumericalGradient.EVALUATIONS * parameters + 3);
        return new Cost(passes.seconds() + 2e-6 * NumericalGradient.EVALUATIONS * parameters, passes.bytes());
    }
}
