package org.mlmath.stats.bayes.conjugate;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;

@Schema(description = "What is known of the categories' probabilities after the data, in the order of the counts")
public record DirichletMultinomialResult(
        @Schema(description = "The Dirichlet distribution after the data")
        DirichletPrior posterior,

        @Schema(description = "Posterior means") double[] mean,
        @Schema(description = "Posterior variances") double[] variance,

        @Schema(description = "Posterior standard deviations")
        double[] standardDeviation,

        @Schema(
                description = "Where the joint density is largest; null where a concentration is below 1, or all are 1",
                nullable = true)
        double[] mode,

        @Schema(description = "Equal-tailed interval of each probability")
        List<Interval> credibleInterval,

        @Schema(
                description = "Shortest interval of each probability; null where a posterior is U-shaped",
                nullable = true)
        List<Interval> highestDensityInterval,

        @Schema(description = "Probability of each category for the next observation")
        DirichletPredictive predictive,

        @Schema(
                description = "Logarithm of the counts' probability under the prior; null for an improper prior",
                nullable = true)
        Double logMarginalLikelihood,

        @Schema(description = "The result in words") String interpretation,
        @Schema(description = "How the answer was found") ConjugateDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    @Schema(description = "The next observation's distribution")
    public record DirichletPredictive(
            @Schema(description = "Name of the distribution", examples = "categorical")
            String distribution,

            @Schema(description = "Probability of each category")
            double[] probabilities) {}
}
