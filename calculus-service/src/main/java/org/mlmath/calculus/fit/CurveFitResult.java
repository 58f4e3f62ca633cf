package org.mlmath.calculus.fit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The parameters that fit best, and how well they are known")
public record CurveFitResult(
        @Schema(
                description = "The value of each parameter, by name",
                examples = "{\"a\": 238.94212917834, \"b\": 0.000550156431817}")
        Map<String, Double> parameters,

        @Schema(
                description =
                        "The standard error of each parameter, by name; null where there is none: at a bound, or where the data do not determine it",
                examples = "{\"a\": 2.7070075240, \"b\": 7.2668688436e-6}")
        Map<String, Double> standardErrors,

        @Schema(
                description =
                        "A confidence interval for each parameter, by name: estimate ± t·standardError; null where it has no standard error",
                nullable = true)
        Map<String, ParameterInterval> confidenceIntervals,

        @Schema(description = "The parameters' names in the order of the covariance", examples = "[\"a\", \"b\"]")
        List<String> variables,

        @Schema(
                description =
                        "The covariance matrix of the estimates, s²·(JᵀWJ)⁻¹; null where the data do not determine all of them",
                nullable = true,
                examples = "[[7.3278897, -1.9651e-5], [-1.9651e-5, 5.2807e-11]]")
        Matrix covariance,

        @Schema(
                description = "The correlation matrix of the estimates",
                nullable = true,
                examples = "[[1, -0.99896], [-0.99896, 1]]")
        Matrix correlation,

        @Schema(description = "Σw·(f - y)² at the parameters", examples = "0.12455138894")
        double residualSumOfSquares,

        @Schema(
                description = "√(residualSumOfSquares/degreesOfFreedom); null without degrees of freedom",
                nullable = true,
                examples = "0.1018787633")
        Double residualStandardDeviation,

        @Schema(description = "Observations of positive weight less parameters", examples = "12")
        int degreesOfFreedom,

        @Schema(
                description =
                        "1 - residualSumOfSquares/Σw·(y - ȳ)²; null where all targets are equal. Not a share of the variance where the curve cannot be constant",
                nullable = true,
                examples = "0.99998")
        Double rSquared,

        @Schema(
                description =
                        "Whether a minimum of the sum of squares was found that determines all parameters; it may be a local one")
        boolean converged,

        @Schema(description = "Why the search ended") FitEnding reason,

        @Schema(description = "How many steps were taken", examples = "9")
        int iterations,

        @Schema(description = "The curve at each observation", examples = "[9.9863, 14.6315]")
        double[] fitted,

        @Schema(description = "Target less curve at each observation", examples = "[0.0837, 0.0985]")
        double[] residuals,

        @Schema(description = "The curve at the points of `predictAt`", nullable = true)
        FitPredictions predictions,

        @Schema(description = "The way of the search, the start first")
        FitTrajectory trajectory,

        @Schema(description = "How good the fit is as a minimum")
        CurveFitDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries differ")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, where it was asked for", nullable = true)
        List<Step> steps) {

    public enum FitEnding {
        @JsonProperty("converged")
        CONVERGED,
        @JsonProperty("not-identified")
        NOT_IDENTIFIED,
        @JsonProperty("stalled")
        STALLED,
        @JsonProperty("max-iterations")
        MAX_ITERATIONS
    }

    @Schema(description = "A confidence interval")
    public record ParameterInterval(
            @Schema(description = "Lower end", nullable = true, examples = "233.04")
            Double lower,

            @Schema(description = "Upper end", nullable = true, examples = "244.84")
            Double upper) {}

    @Schema(description = "Points of the fitted curve")
    public record FitPredictions(
            @Schema(description = "The curve, null where it is undefined", examples = "[24.9, 36.3]")
            double[] values,

            @Schema(
                    description =
                            "The standard error of the curve there, by the delta method; null where the covariance is",
                    nullable = true,
                    examples = "[0.06, 0.07]")
            double[] standardErrors) {}

    @Schema(description = "Points of a search, an entry of each list for each")
    public record FitTrajectory(
            @Schema(
                    description = "The parameters, in the order of `variables`",
                    examples = "[[500, 0.0001], [238, 0.0005]]")
            Matrix points,

            @Schema(description = "The sums of squares at them", examples = "[3010.2, 0.2]")
            double[] values,

            @Schema(
                    description =
                            "The damping λ of the step that led there, relative to scaled parameters; 0 for an undamped step",
                    examples = "[0, 0.3]")
            double[] damping) {}

    @Schema(description = "How good a fit is as a minimum")
    public record CurveFitDiagnostics(
            @Schema(
                    description = "Euclidean norm of Jᵀ·W·(f - y), in parameters that no bound holds",
                    examples = "1e-9")
            double gradientNorm,

            @Schema(
                    description =
                            "Cosine of the angle between the residuals and the nearest change that parameters can make; 0 at a minimum",
                    examples = "1e-14")
            double relativeOffset,

            @Schema(description = "Rank of the Jacobian in parameters that no bound holds", examples = "2")
            int rank,

            @Schema(
                    description = "Condition number of the Jacobian, columns scaled to length 1",
                    nullable = true,
                    examples = "43.7")
            Double conditionEstimate,

            @Schema(description = "How often the curve was computed at all observations", examples = "25")
            long evaluations) {}
}
