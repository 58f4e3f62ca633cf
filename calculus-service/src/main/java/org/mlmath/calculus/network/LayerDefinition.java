package org.mlmath.calculus.network;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.activation.GeluApproximation;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A dense layer: a = g(W·x + b)")
public record LayerDefinition(
        @Schema(description = "W: a row per output, a column per input", examples = "[[0.5, -1], [2, 0.25]]") @NotNull
        Matrix weights,

        @Schema(description = "b: one per output; zeros by default", examples = "[0.1, -0.2]", nullable = true)
        double[] biases,

        @Schema(description = "g", defaultValue = "linear", nullable = true)
        ActivationName activation,

        @Schema(
                description = "leaky-relu: slope of the negative side; refused elsewhere, as are the next two",
                defaultValue = "0.01",
                nullable = true)
        Double negativeSlope,

        @Schema(description = "elu: minus the limit for large negative inputs", defaultValue = "1", nullable = true)
        Double alpha,

        @Schema(description = "gelu: exact, or by tanh as in BERT and GPT-2", defaultValue = "none", nullable = true)
        GeluApproximation approximate) {}
