package org.mlmath.calculus.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.optimization.FirstOrderOptimizer;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "What training came to")
public record NetworkTrainResult(
        @Schema(description = "The trained network: the last, or the best where early stopping restores it")
        NetworkDefinition network,

        @Schema(description = "How each epoch went") TrainingHistory history,

        @Schema(description = "How the network does now, nothing being dropped")
        TrainingMetrics metrics,

        @Schema(description = "What gradients reached each layer")
        List<LayerFlow> gradientFlow,

        @Schema(description = "What a good teacher would say about the training")
        NetworkDiagnosis diagnosis,

        @Schema(description = "Why training ended", examples = "epochs")
        TrainingReason reason,

        @Schema(description = "Epochs completed, those before `resume` included", examples = "100")
        long epochs,

        @Schema(
                description = "Epoch with the lowest loss: of the validation data where there are some",
                examples = "87")
        long bestEpoch,

        @Schema(description = "The optimizer, with its defaults filled in")
        FirstOrderOptimizer optimizer,

        @Schema(description = "How many examples a step sees", examples = "32")
        int batchSize,

        @Schema(
                description = "What drew all that was drawn; missing where nothing was",
                examples = "1",
                nullable = true)
        Long seed,

        @Schema(description = "The examples that were set aside, by their numbers", nullable = true)
        int[] validationIndices,

        @Schema(description = "The network's outputs on a grid, when asked for", nullable = true)
        DecisionBoundary decisionBoundary,

        @Schema(description = "Sent back as `resume` it continues the training")
        NetworkTrainingState state,

        @Schema(description = "What it took, and how steep the loss still is")
        TrainingDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries differ")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "The epochs of this training, an entry of each list for each")
    public record TrainingHistory(
            @Schema(description = "Their numbers, from 1 on", examples = "[1, 2, 3]")
            long[] epochs,

            @Schema(
                    description =
                            "The loss of each batch before its step, averaged; without penalties, with units dropped",
                    examples = "[0.9, 0.7, 0.6]")
            double[] loss,

            @Schema(
                    description = "The part of the predictions that were right, for classes",
                    examples = "[0.5, 0.75, 1]",
                    nullable = true)
            double[] accuracy,

            @Schema(
                    description = "The loss on the validation data after the epoch",
                    examples = "[0.8, 0.7, 0.65]",
                    nullable = true)
            double[] validationLoss,

            @Schema(description = "What was right of the validation data", examples = "[0.5, 0.5, 1]", nullable = true)
            double[] validationAccuracy,

            @Schema(description = "The learning rate of the epoch's first step", examples = "[0.1, 0.1, 0.1]")
            double[] learningRate) {}

    @Schema(description = "How a network does")
    public record TrainingMetrics(
            @Schema(description = "The loss on all that was learned from, without penalties", examples = "0.05")
            double loss,

            @Schema(description = "The penalties on the weights", examples = "0.01")
            double penalty,

            @Schema(
                    description = "The part of the predictions that are right, for classes",
                    examples = "1",
                    nullable = true)
            Double accuracy,

            @Schema(
                    description =
                            "1 − (squared errors)/(squared deviations of the targets from their means), for quantities",
                    examples = "0.97",
                    nullable = true)
            Double rSquared,

            @Schema(description = "The loss on the validation data", examples = "0.07", nullable = true)
            Double validationLoss,

            @Schema(description = "What is right of the validation data", examples = "0.9", nullable = true)
            Double validationAccuracy) {}

    @Schema(description = "The gradients of one layer, epoch by epoch")
    public record LayerFlow(
            @Schema(description = "The layer, counted from 0", examples = "0")
            int layer,

            @Schema(
                    description =
                            "‖∂L/∂W‖ averaged over the batches of each epoch of the history, before penalties and clipping",
                    examples = "[0.5, 0.4, 0.3]")
            double[] gradientNorms) {}

    public enum TrainingReason {
        @JsonProperty("epochs")
        EPOCHS,
        @JsonProperty("early-stopping")
        EARLY_STOPPING,
        @JsonProperty("diverged")
        DIVERGED,
        @JsonProperty("undefined")
        UNDEFINED
    }

    @Schema(description = "A network of two inputs on a grid")
    public record DecisionBoundary(
            @Schema(description = "Values of the first input", examples = "[0, 0.5, 1]")
            double[] x,

            @Schema(description = "Values of the second input", examples = "[0, 0.5, 1]")
            double[] y,

            @Schema(
                    description = "The output at x and y, a row per y; of several outputs the number of the largest",
                    examples = "[[0.1, 0.9], [0.8, 0.2]]")
            Matrix values,

            @Schema(description = "Whether values are classes", examples = "false")
            boolean classes) {}

    @Schema(description = "What training took, and how steep the loss still is")
    public record TrainingDiagnostics(
            @Schema(
                    description =
                            "Euclidean norm of the gradient of the loss and the penalties on all that was learned from",
                    examples = "0.01")
            double gradientNorm,

            @Schema(description = "Steps made by this training: gradients of a batch", examples = "400")
            long evaluations) {}
}
