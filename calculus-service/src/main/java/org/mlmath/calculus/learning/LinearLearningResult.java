package org.mlmath.calculus.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.optimization.MinimizeResult.Reason;
import org.mlmath.calculus.optimization.OptimizationMethod;
import org.mlmath.calculus.optimization.RunDiagnosis;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A linear model that was learnt")
public record LinearLearningResult(
        @Schema(description = "The weights, in the order of the columns", examples = "[1, 0.5]")
        double[] coefficients,

        @Schema(description = "The intercept; 0 where the model has none", examples = "0.1")
        double intercept,

        @Schema(description = "How it was learnt") LinearMethod method,

        @Schema(description = "Whether the minimum was reached")
        boolean converged,

        @Schema(description = "Why gradient-descent ended", nullable = true)
        Reason reason,

        @Schema(description = "Steps or sweeps made; 0 in closed form")
        long iterations,

        @Schema(description = "The objective at zero weights and after each step; in closed form at the minimum alone")
        double[] lossHistory,

        @Schema(
                description =
                        "The minimum without iterating, two ways; missing with l1, and beside gradient-descent on large data",
                nullable = true)
        ClosedForms closedForm,

        @Schema(description = "How the model does on its own data")
        LinearMetrics metrics,

        @Schema(description = "The model at the points asked for", nullable = true)
        double[] predictions,

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
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(description = "The minimum by solving for it")
    public record ClosedForms(
            @Schema(
                    description = "By (XᵀX + λ₂I)β = Xᵀy, which squares the condition number; missing where that fails",
                    nullable = true)
            ClosedForm normalEquations,

            @Schema(description = "By orthogonalising the columns")
            ClosedForm qr,

            @Schema(description = "Largest difference of a coefficient between the two", nullable = true)
            Double largestDifference,

            @Schema(description = "Largest difference of a coefficient between the answer and qr")
            double distance) {}

    @Schema(description = "A minimum")
    public record ClosedForm(
            @Schema(description = "The weights") double[] coefficients,
            @Schema(description = "The intercept") double intercept,
            @Schema(description = "The objective there") double loss) {}

    @Schema(description = "How a linear model does on its own data")
    public record LinearMetrics(
            @Schema(description = "Mean of the squared errors")
            double meanSquaredError,

            @Schema(description = "Its root") double rootMeanSquaredError,

            @Schema(description = "Mean of the errors' moduli")
            double meanAbsoluteError,

            @Schema(
                    description = "Part of the targets' variation that is explained; null where they do not vary",
                    nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double rSquared) {}
}
