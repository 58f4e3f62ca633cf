package org.mlmath.calculus.network;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The loss of a network, and its derivatives by everything in it")
public record NetworkBackwardResult(
        @Schema(
                description = "L, \"Infinity\" where what happened was given probability 0",
                examples = "0.6931471805599453")
        double loss,

        @Schema(description = "The network's outputs", examples = "[[0.3], [0.9]]")
        VectorOrMatrix outputs,

        @Schema(description = "Each layer on the way there and back")
        List<LayerGradients> layers,

        @Schema(description = "∂L/∂x, of the inputs' shape", examples = "[[0.1, -0.2]]")
        VectorOrMatrix inputGradients,

        @Schema(description = "How right the gradients are") BackwardDiagnostics diagnostics,

        @Schema(description = "What was followed where books and libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(
            description =
                    "A layer's part of the derivatives; deltas are of the inputs' shape: one example, or one per row")
    public record LayerGradients(
            @Schema(description = "z = W·a + b", examples = "[[0.2, 1.5]]")
            VectorOrMatrix preActivations,

            @Schema(description = "a = g(z)", examples = "[[0.55, 0.82]]")
            VectorOrMatrix activations,

            @Schema(description = "δ = ∂L/∂z", examples = "[[0.05, -0.3]]")
            VectorOrMatrix deltas,

            @Schema(description = "∂L/∂W, of the shape of the weights", examples = "[[0.1, 0.2]]")
            Matrix weightGradients,

            @Schema(description = "∂L/∂b", examples = "[0.05]")
            double[] biasGradients) {}

    @Schema(description = "How right the gradients are")
    public record BackwardDiagnostics(
            @Schema(
                    description = "Euclidean norm of the derivatives by all weights and biases together",
                    examples = "0.5")
            double gradientNorm) {}
}
