package org.mlmath.calculus.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.activation.GeluApproximation;

@Schema(description = "A network to be made: its layers' sizes, and what their weights begin as")
public record ArchitectureDefinition(
        @Schema(
                description = "How many inputs there are; as many as the data have by default",
                examples = "2",
                nullable = true)
        @Min(1)
        @Max(ArchitectureDefinition.MOST_UNITS)
        Integer inputs,

        @Schema(description = "From the first hidden layer to the outputs") @NotEmpty
        List<@NotNull @Valid ArchitectureLayer> layers) {
    /** A layer wider than this has no room for its weights. */
    static final int MOST_UNITS = 1_000_000;

    @Schema(description = "A dense layer to be made")
    public record ArchitectureLayer(
            @Schema(description = "How many units it has", examples = "4")
            @NotNull
            @Min(1)
            @Max(ArchitectureDefinition.MOST_UNITS)
            Integer units,

            @Schema(description = "Its activation", defaultValue = "linear", nullable = true)
            ActivationName activation,

            @Schema(description = "leaky-relu: slope of the negative side", defaultValue = "0.01", nullable = true)
            Double negativeSlope,

            @Schema(description = "elu: minus the limit for large negative inputs", defaultValue = "1", nullable = true)
            Double alpha,

            @Schema(description = "gelu: exact, or by tanh", defaultValue = "none", nullable = true)
            GeluApproximation approximate,

            @Schema(
                    description =
                            "Its weights before training; he for relu, leaky-relu, elu, selu, gelu and silu, xavier for others"
                                    + " by default",
                    nullable = true)
            Initialization initialization,

            @Schema(
                    description =
                            "The part of its units that each step drops; the request's dropout by default, 0 for outputs",
                    examples = "0.2",
                    nullable = true)
            @DecimalMin("0")
            @DecimalMax(value = "1", inclusive = false)
            Double dropout) {

        /** @return the initialization asked for, or the one that suits the activation */
        Initialization initializationOrUsual() {
            if (initialization != null) {
                return initialization;
            }
            return switch (Networks.nameOf(activation)) {
                case RELU, LEAKY_RELU, ELU, SELU, GELU, SILU -> Initialization.HE;
                default -> Initialization.XAVIER;
            };
        }
    }
}
