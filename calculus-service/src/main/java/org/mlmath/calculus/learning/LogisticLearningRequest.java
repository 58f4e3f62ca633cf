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

@Schema(description = "Labelled data that a logistic or softmax model shall learn")
public record LogisticLearningRequest(
        @Schema(
                description = "The features, an observation in each row; a vector is one feature",
                examples = "[0.5, 1, 1.5, 2, 2.5, 3]")
        @NotNull
        VectorOrMatrix features,

        @Schema(
                description =
                        "The class of each row: 0 or 1; 0, 1, 2, … for softmax; or one-hot rows, a column for each class",
                examples = "[0, 0, 1, 0, 1, 1]")
        @NotNull
        VectorOrMatrix targets,

        @Schema(
                description =
                        "gradient-descent runs `optimizer`; newton, without l1, is iteratively reweighted least squares;"
                                + " coordinate-descent minimises with l1 too, its quadratic model coordinate by coordinate, and"
                                + " leaves weights at exactly 0. By default newton, with l1 coordinate-descent, with an optimizer"
                                + " or stop and l1 gradient-descent",
                nullable = true)
        LogisticMethod method,

        @Schema(description = "Penalties on the weights; none by default", nullable = true) @Valid
        RegressionPenalty regularization,

        @Schema(description = "Whether the model has an intercept", defaultValue = "true")
        Boolean intercept,

        @Schema(
                description =
                        "The method of gradient-descent, any of `optimization/methods`; by default plain gradient descent at the"
                                + " rate 1/L, L bounding the largest eigenvalue of the Hessian",
                nullable = true)
        @Valid
        OptimizationMethod optimizer,

        @Schema(description = "Steps of gradient-descent at most", defaultValue = "1000", examples = "500")
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
                examples = "[1.75]",
                nullable = true)
        VectorOrMatrix predictAt,

        @Schema(description = "Whether to show the working; this operation has none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public LogisticLearningRequest {
        regularization = regularization == null ? RegressionPenalty.NONE : regularization;
        if (method == null) {
            boolean descends = optimizer != null || stop != null;
            method = regularization.l1() == 0
                    ? LogisticMethod.NEWTON
                    : descends ? LogisticMethod.GRADIENT_DESCENT : LogisticMethod.COORDINATE_DESCENT;
        }
        intercept = intercept == null || intercept;
        maxIterations = maxIterations == null ? 1000 : maxIterations;
    }

    @Override
    public Cost cost() {
        if (features == null || targets == null) {
            return Cost.SMALL;
        }
        // Labels that make no sense are refused before they cost anything.
        double classes = targets.vector()
                ? Math.clamp(targets.matrix().maxAbs() + 1, 1, targets.matrix().rows() + 1.0)
                : targets.matrix().columns();
        double rows = features.matrix().rows();
        double columns = features.matrix().columns() + 1.0;
        boolean descends = method == LogisticMethod.GRADIENT_DESCENT;
        return LearningCost.of(
                rows,
                columns,
                classes,
                descends ? (1 + 20 / columns) * maxIterations : 0,
                !descends || LearningCost.solvable(rows, columns, classes));
    }
}
