package org.mlmath.calculus.network;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.calculus.optimization.FirstOrderOptimizer;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A network, or the architecture of one, and how it is to be trained")
public record NetworkTrainRequest(
        @Schema(description = "The network to be made; not beside network", nullable = true) @Valid
        ArchitectureDefinition architecture,

        @Schema(description = "The network to begin with; not beside architecture", nullable = true) @Valid
        NetworkDefinition network,

        @Schema(description = "What is learned") @NotNull @Valid
        TrainingData data,

        @Schema(description = "The loss") @NotNull @Valid NamedLoss loss,

        @Schema(description = "Any first-order method, with its schedule; batchSize stands beside it") @NotNull @Valid
        FirstOrderOptimizer optimizer,

        @Schema(description = "How many times training goes through the data", examples = "100")
        @NotNull
        @Min(0)
        @Max(NetworkTrainRequest.MOST_EPOCHS)
        Long epochs,

        @Schema(
                description =
                        "Examples that a step sees: all of them by default, one for stochastic-gradient-descent; no more than"
                                + " there are",
                examples = "32",
                nullable = true)
        @Min(1)
        Integer batchSize,

        @Schema(
                description =
                        "What draws weights, batches, dropped units and the validation data; drawn if not given, and returned",
                examples = "1",
                nullable = true)
        @Min(0)
        @Max(NetworkTrainRequest.LARGEST_SEED)
        Long seed,

        @Schema(description = "Penalties on the weights, none by default", nullable = true) @Valid
        WeightPenalty regularization,

        @Schema(
                description = "The part of the units of every hidden layer that each step drops",
                defaultValue = "0",
                nullable = true)
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Double dropout,

        @Schema(
                description =
                        "The part of the examples that is set aside to watch how the network does on what it has not seen; drawn"
                                + " by the seed",
                defaultValue = "0",
                nullable = true)
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Double validationSplit,

        @Schema(description = "When training ends before its last epoch; never by default", nullable = true) @Valid
        EarlyStoppingOptions earlyStopping,

        @Schema(
                description = "Asks for the trained network's outputs on a grid, where there are two inputs",
                nullable = true)
        @Valid
        BoundaryOptions decisionBoundary,

        @Schema(
                description =
                        "The state that earlier training returned: this one goes on from there, with the same data and settings",
                nullable = true)
        @Valid
        NetworkTrainingState resume,

        @Schema(
                description = "Whether to show the working; training has none to show, backward does",
                defaultValue = "false",
                nullable = true)
        Boolean explain)
        implements Costed {
    static final long MOST_EPOCHS = 1_000_000_000;

    static final long LARGEST_SEED = 9_007_199_254_740_991L;

    @Schema(description = "Examples and what should come of them")
    public record TrainingData(
            @Schema(
                    description = "An example per row; a vector is a list of examples with one input",
                    examples = "[[0, 0], [0, 1], [1, 0], [1, 1]]")
            @NotNull
            VectorOrMatrix inputs,

            @Schema(
                    description =
                            "A row per example; a vector for one output, and for categorical-cross-entropy a label per example",
                    examples = "[0, 1, 1, 0]")
            @NotNull
            VectorOrMatrix targets,

            @Schema(
                    description =
                            "Examples to watch how the network does on what it has not seen; not beside validationSplit",
                    nullable = true)
            @Valid
            ValidationData validation) {}

    @Schema(description = "Examples that nothing is learned from")
    public record ValidationData(
            @Schema(description = "As those that are learned from", examples = "[[0.5, 0.5]]") @NotNull
            VectorOrMatrix inputs,

            @Schema(description = "As those that are learned from", examples = "[1]") @NotNull
            VectorOrMatrix targets) {}

    @Schema(description = "Penalties λ₁Σ|w| + ½λ₂Σw² on the weights, added to the loss; biases are free")
    public record WeightPenalty(
            @Schema(description = "λ₁", defaultValue = "0", nullable = true) @DecimalMin("0")
            Double l1,

            @Schema(description = "λ₂", defaultValue = "0", nullable = true) @DecimalMin("0")
            Double l2) {}

    @Schema(description = "Ends training when the loss, of the validation data where there are some, falls no more")
    public record EarlyStoppingOptions(
            @Schema(description = "Epochs without a new best after which it ends", examples = "10") @NotNull @Min(1)
            Long patience,

            @Schema(
                    description = "By how much a loss must be below the best to count",
                    defaultValue = "0",
                    nullable = true)
            @DecimalMin("0")
            Double minDelta,

            @Schema(
                    description = "Whether the network as it was at the best epoch is returned",
                    defaultValue = "true",
                    nullable = true)
            Boolean restoreBest) {}

    @Schema(description = "A grid over two inputs")
    public record BoundaryOptions(
            @Schema(description = "Points along each input", defaultValue = "50", nullable = true) @Min(2) @Max(500)
            Integer resolution,

            @Schema(
                    description = "[lower, upper] of each input; the data and a tenth to each side by default",
                    examples = "[[-1, 2], [-1, 2]]",
                    nullable = true)
            Matrix ranges) {}

    @Override
    public Cost cost() {
        return TrainingCost.of(this);
    }
}
