package org.mlmath.calculus.network;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;

@Schema(
        description =
                "All that a network computes on the way to its outputs; of the inputs' shape: one example, or one per row")
public record NetworkForwardResult(
        @Schema(description = "What each layer makes of what it is given")
        List<LayerPass> layers,

        @Schema(description = "The activations of the last layer", examples = "[[0.3], [0.9]]")
        VectorOrMatrix outputs,

        @Schema(description = "How right they are") ForwardDiagnostics diagnostics,

        @Schema(description = "What was followed where books disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(description = "What a layer makes of what it is given")
    public record LayerPass(
            @Schema(description = "z = W·a + b, a being what the layer before gave", examples = "[[0.2, 1.5]]")
            VectorOrMatrix preActivations,

            @Schema(description = "a = g(z)", examples = "[[0.55, 0.82]]")
            VectorOrMatrix activations) {}

    @Schema(description = "How right the numbers are")
    public record ForwardDiagnostics(
            @Schema(
                    description =
                            "Bound of the rounding error of any output, to first order: what each layer's rounding comes to"
                                    + " through the layers after it",
                    examples = "2.2e-16")
            double errorBound) {}
}
