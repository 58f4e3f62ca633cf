package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Interval;

@Schema(description = "What is believed of a linear model after the data")
public record BayesLinearRegressionResult(
        @Schema(
                description =
                        "The posterior, in the prior's terms: given back as `prior`, with new data, it goes on learning")
        CoefficientPosterior posterior,

        @Schema(description = "Each coefficient by itself") List<PosteriorCoefficient> coefficients,

        @Schema(description = "The variance of the noise; missing where it is known", nullable = true)
        PosteriorVariance variance,

        @Schema(
                description =
                        "Logarithm of the probability of the data under prior and model; null where the prior is flat",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double logEvidence,

        @Schema(description = "Observations that were used") int observations,

        @Schema(description = "The model at the points asked for", nullable = true)
        List<PosteriorPrediction> predictions,

        @Schema(description = "How right the numbers are") RegressionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(description = "A normal distribution of the coefficients given σ², and an inverse-gamma one of σ²")
    public record CoefficientPosterior(
            @Schema(description = "Mean of the coefficients, the intercept first")
            double[] mean,

            @Schema(description = "Their precision, in units of 1/σ²; absolute where the noise is known")
            Matrix precision,

            @Schema(description = "Its inverse") Matrix covariance,

            @Schema(description = "Shape of the inverse-gamma distribution of σ²", nullable = true)
            Double shape,

            @Schema(description = "Its rate", nullable = true)
            Double rate) {}

    @Schema(description = "A coefficient's marginal posterior: Student's t, or normal where the noise is known")
    public record PosteriorCoefficient(
            @Schema(description = "intercept, or the name of the feature", examples = "x1")
            String name,

            @Schema(description = "Its centre: mean, median and mode")
            double mean,

            @Schema(description = "Its standard deviation; null with at most 2 degrees of freedom", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double standardDeviation,

            @Schema(description = "Degrees of freedom of the t distribution; missing for a normal one", nullable = true)
            Double degreesOfFreedom,

            @Schema(description = "The t distribution's scale, or the normal one's standard deviation")
            double scale,

            @Schema(description = "Credible interval, equal-tailed and of highest density")
            Interval credibleInterval,

            @Schema(description = "Probability that the coefficient is above 0")
            double probabilityPositive) {}

    @Schema(description = "The posterior of σ²: inverse-gamma")
    public record PosteriorVariance(
            @Schema(description = "Its mean; null with a shape of at most 1", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double mean,

            @Schema(description = "Its mode") double mode,

            @Schema(description = "Equal-tailed credible interval")
            Interval credibleInterval) {}

    @Schema(description = "What is believed at a point")
    public record PosteriorPrediction(
            @Schema(description = "The expected target") double mean,

            @Schema(
                    description = "Standard deviation of a new target there; null with at most 2 degrees of freedom",
                    nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            Double standardDeviation,

            @Schema(description = "Credible interval of the expected target")
            Interval credibleInterval,

            @Schema(description = "Interval for a new target there, of weight 1")
            Interval predictionInterval) {}
}
