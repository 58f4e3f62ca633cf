package org.mlmath.calculus.learning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.optimization.OptimizationMethod;
import org.mlmath.calculus.optimization.StopConditions;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Data that a linear model shall learn")
public record LinearLearningRequest(
        @Schema(
                description = "The features, an observation in each row; a vector is one feature",
                examples = "[[1, 2], [2, 1], [3, 5], [4, 3]]")
        @NotNull
        VectorOrMatrix features,

        @Schema(description = "What the model should answer for each row", examples = "[3.1, 3, 8.2, 6.9]") @NotNull
        double[] targets,

        @Schema(
                description =
                        "gradient-descent runs `optimizer`; normal-equations and qr solve (without l1); coordinate-descent serves any"
                                + " penalty. By default qr, with l1 coordinate-descent",
                examples = "gradient-descent",
                nullable = true)
        LinearMethod method,

        @Schema(description = "Penalties on the weights; none by default", nullable = true) @Valid
        RegressionPenalty regularization,

        @Schema(description = "Whether the model has an intercept", defaultValue = "true")
        Boolean intercept,

        @Schema(
                description =
                        "What `lossHistory` and gradients are of: the mean squared error, or half of it; penalties are scaled along,"
                                + " so that the minimum is the same",
                defaultValue = "mse")
        SquaredLoss loss,

        @Schema(
                description =
                        "The method of gradient-descent, any of `optimization/methods`; by default plain gradient descent at the"
                                + " rate 1/L, L being the largest eigenvalue of the Hessian",
                nullable = true)
        @Valid
        OptimizationMethod optimizer,

        @Schema(
                description = "Steps of gradient-descent, or sweeps of coordinate-descent, at most",
                defaultValue = "1000",
                examples = "500")
        @Min(0)
        @Max(LinearLearningRequest.MOST_ITERATIONS)
        Long maxIterations,

        @Schema(
                description = "Criteria that end gradient-descent early; without any it makes all its steps",
                nullable = true)
        @Valid
        StopConditions stop,

        @Schema(
                description = "What shuffles the observations where a step sees a batch of them; drawn if not given",
                examples = "1",
                nullable = true)
        @Min(0)
        @Max(LinearLearningRequest.MOST_ITERATIONS)
        Long seed,

        @Schema(
                description = "Points to predict at: rows, values of one feature, or one point",
                examples = "[[2, 2]]",
                nullable = true)
        VectorOrMatrix predictAt,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    /** 2⁵³ − 1: what JSON numbers hold exactly. */
    static final long MOST_ITERATIONS = 9_007_199_254_740_991L;

    public LinearLearningRequest {
        regularization = regularization == null ? RegressionPenalty.NONE : regularization;
        intercept = intercept == null || intercept;
        loss = loss == null ? SquaredLoss.MSE : loss;
        maxIterations = maxIterations == null ? 1000 : maxIterations;
        if (method == null) {
            method = regularization.l1() > 0 ? LinearMethod.COORDINATE_DESCENT : LinearMethod.QR;
        }
    }

    @Override
    public Cost cost() {
        if (features == null) {
            return Cost.SMALL;
        }
        double rows = features.matrix().rows();
        double columns = features.matrix().columns() + 1.0;
        return switch (method) {
            case QR, NORMAL_EQUATIONS -> LearningCost.of(rows, columns, 1, 0, true);
            case GRADIENT_DESCENT ->
                LearningCost.of(rows, columns, 1, maxIterations, LearningCost.solvable(rows, columns, 1));
            // Sweeps go over the Gram matrix and the data; few fits take hundreds of them.
            case COORDINATE_DESCENT -> LearningCost.of(rows, columns, 1, Math.min(maxIterations, 200), true);
        };
    }
}
