package org.mlmath.calculus.learning;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.optimization.MinimizeResult.Reason;
import org.mlmath.calculus.optimization.OptimizationMethod;
import org.mlmath.calculus.optimization.RunDiagnosis;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;

@Schema(description = "A logistic or softmax model that was learnt")
public record LogisticLearningResult(
        @Schema(description = "The weights in the order of the columns; of more than two classes a row for each")
        VectorOrMatrix coefficients,

        @Schema(description = "The intercept; of more than two classes one for each")
        Intercept intercept,

        @Schema(description = "The number of classes", examples = "2")
        int classes,

        @Schema(description = "How it was learnt") LogisticMethod method,

        @Schema(description = "Whether the minimum was reached; separated data have none without a penalty")
        boolean converged,

        @Schema(
                description =
                        "Whether a combination of the features separates the classes without error; missing with a penalty, under which it does no harm",
                nullable = true)
        Boolean separated,

        @Schema(description = "Why gradient-descent ended", nullable = true)
        Reason reason,

        @Schema(description = "Steps made") long iterations,

        @Schema(description = "The objective at zero weights and after each step; newton gives its ends alone")
        double[] lossHistory,

        @Schema(
                description =
                        "The minimum by Newton's method, with l1 by coordinate descent, beside gradient-descent; missing on large data",
                nullable = true)
        NewtonForm closedForm,

        @Schema(description = "How the model does on its own data")
        LogisticMetrics metrics,

        @Schema(
                description =
                        "At the points asked for, the probability of class 1; of more than two classes a row with that of each",
                nullable = true)
        VectorOrMatrix predictions,

        @Schema(description = "The most probable class at each of them", nullable = true)
        double[] predictedLabels,

        @Schema(description = "The method of gradient-descent with its defaults filled in", nullable = true)
        OptimizationMethod optimizer,

        @Schema(description = "What a good teacher would say about the run", nullable = true)
        RunDiagnosis diagnosis,

        @Schema(description = "The seed of the batches, where they are drawn", nullable = true)
        Long seed,

        @Schema(description = "How good the weights are") LearningDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings) {

    @Schema(description = "The minimum by Newton's method, with l1 by coordinate descent")
    public record NewtonForm(
            @Schema(description = "The weights") VectorOrMatrix coefficients,

            @Schema(description = "The intercept, or one for each class")
            Intercept intercept,

            @Schema(description = "The objective there") double loss,
            @Schema(description = "Steps made") int iterations) {}

    @Schema(description = "How a classification does on its own data")
    public record LogisticMetrics(
            @Schema(description = "Part of the observations whose most probable class is their own")
            double accuracy,

            @Schema(description = "Mean cross-entropy, without penalties")
            double logLoss) {}
}
