package org.mlmath.calculus.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.optimization.MethodName;

@Schema(
        description =
                "All that training needs to go on: sent back as `resume`, with the same data and settings, it continues to the same"
                        + " bytes as training in one piece")
public record NetworkTrainingState(
        @Schema(description = "The method it belongs to") @NotNull
        MethodName optimizer,

        @Schema(description = "Epochs completed", examples = "100")
        @NotNull
        @Min(0)
        @Max(NetworkTrainRequest.LARGEST_SEED)
        Long epoch,

        @Schema(description = "Steps made", examples = "100") @NotNull @Min(0) @Max(NetworkTrainRequest.LARGEST_SEED)
        Long steps,

        @Schema(description = "The network after them") @NotNull @Valid
        NetworkDefinition network,

        @Schema(
                description =
                        "What the method remembers, by name: a number per parameter, layer by layer the weights row by row and"
                                + " then the biases",
                examples = "{\"firstMoment\": [0.1, 0.2]}")
        @NotNull
        Map<String, double[]> memory,

        @Schema(description = "The seed, where anything is drawn", examples = "1", nullable = true)
        @Min(0)
        @Max(NetworkTrainRequest.LARGEST_SEED)
        Long seed,

        @Schema(description = "The best epoch so far; missing before the first", nullable = true) @Valid
        BestEpoch best) {

    @Schema(description = "The epoch with the lowest loss: of the validation data where there are some")
    public record BestEpoch(
            @Schema(description = "Its number", examples = "42") @NotNull @Min(1) @Max(NetworkTrainRequest.LARGEST_SEED)
            Long epoch,

            @Schema(description = "The loss", examples = "0.25") @NotNull
            Double loss,

            @Schema(
                    description = "All parameters after it, in the order of memory, where they are to be restored",
                    nullable = true)
            double[] parameters) {}
}
