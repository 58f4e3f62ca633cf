package org.mlmath.calculus.loss;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(
        description =
                "Predictions and what they should have been; parameters are refused where the loss has none of the name")
public record LossRequest(
        @Schema(
                description =
                        "y: a vector, or a matrix with an example per row; for categorical-cross-entropy a vector is one example",
                examples = "[2.5, 0.0, 2.0]")
        @NotNull
        VectorOrMatrix predictions,

        @Schema(
                description =
                        "t: of the predictions' shape; for categorical-cross-entropy also one label per example: 0, 1, 2, …",
                examples = "[3, -0.5, 2]")
        @NotNull
        VectorOrMatrix targets,

        @Schema(description = "How the losses become one number", defaultValue = "mean")
        Reduction reduction,

        @Schema(description = "huber: where the square becomes a line", defaultValue = "1")
        @DecimalMin(value = "0", inclusive = false)
        Double delta,

        @Schema(
                description =
                        "Cross-entropies, kl-divergence, focal: whether predictions are logits, before sigmoid or softmax",
                defaultValue = "false")
        Boolean fromLogits,

        @Schema(
                description = "Cross-entropies: the part of a target that is spread evenly over all classes",
                defaultValue = "0")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Double labelSmoothing,

        @Schema(description = "poisson: whether predictions are logarithms of rates", defaultValue = "false")
        Boolean logInput,

        @Schema(description = "poisson: whether ln t! is part of the loss", defaultValue = "false")
        Boolean full,

        @Schema(description = "focal: how much less easy examples count", defaultValue = "2") @DecimalMin("0")
        Double gamma,

        @Schema(
                description = "focal: weight of the positive class; the negative one has 1 - alpha",
                defaultValue = "0.25")
        @DecimalMin("0")
        @DecimalMax("1")
        Double alpha,

        @Schema(description = "Adds the working, for up to 10 predictions", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_ENTRY = 2e-7;

    @Override
    public Cost cost() {
        if (predictions == null || predictions.matrix().values().length < 50) {
            return Cost.SMALL;
        }
        double entries = predictions.matrix().values().length;
        return new Cost(SECONDS_PER_ENTRY * entries, (long) (48 * entries));
    }
}
