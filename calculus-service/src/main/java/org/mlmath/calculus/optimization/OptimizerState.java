package org.mlmath.calculus.optimization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "All that a run needs to go on: sent back as `resume`, with the same objective and method, it continues"
                        + " to the same bytes as a run in one piece")
public record OptimizerState(
        @Schema(description = "The method it belongs to") @NotNull
        MethodName method,

        @Schema(description = "Steps made so far", examples = "100")
        @NotNull
        @Min(0)
        @Max(MinimizeRequest.MOST_ITERATIONS)
        Long iteration,

        @Schema(description = "Where the run stands", examples = "[1, 2]") @NotNull
        double[] point,

        @Schema(description = "What the method remembers, by name", examples = "{\"firstMoment\": [0.1, 0.2]}") @NotNull
        Map<String, double[]> memory,

        @Schema(description = "The smallest value seen, and where") @NotNull @Valid
        Best best,

        @Schema(
                description =
                        "Norm of the gradient at iteration 0: what a small gradient is measured against; null where it had none",
                examples = "12.5",
                nullable = true)
        Double initialGradientNorm,

        @Schema(
                description =
                        "What the last step changed of the value, or what else the method measures its progress by: by it"
                                + " stop.valueChange, once met, ends a continuation at once; null before the first step",
                examples = "1e-9",
                nullable = true)
        Double valueChange,

        @Schema(description = "The seed, where the run draws batches", nullable = true)
        @Min(0)
        @Max(MinimizeRequest.LARGEST_SEED)
        Long seed) {

    @Schema(description = "The iterate with the smallest value, of several the one with the smallest gradient")
    public record Best(
            @Schema(description = "Its number", examples = "98") @NotNull @Min(0) @Max(MinimizeRequest.MOST_ITERATIONS)
            Long iteration,

            @Schema(description = "Where it is", examples = "[1, 2]") @NotNull
            double[] point,

            @Schema(description = "The value there", examples = "0.5") @NotNull
            Double value) {}
}
