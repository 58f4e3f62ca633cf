package org.mlmath.stats.bayes.conjugate;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;

@Schema(description = "What is known of the parameter after the data")
public record ConjugateResult(
        @Schema(description = "Parameters of the posterior by name")
        Map<String, Double> posterior,

        @Schema(description = "Posterior mean; null where there is none", nullable = true)
        Double mean,

        @Schema(description = "Posterior variance; null where there is none", nullable = true)
        Double variance,

        @Schema(description = "Posterior standard deviation; null where there is none", nullable = true)
        Double standardDeviation,

        @Schema(description = "Posterior median") double median,

        @Schema(
                description = "Where the posterior density is largest; null where there is no such place",
                nullable = true)
        Double mode,

        @Schema(description = "Equal-tailed interval at the level")
        Interval credibleInterval,

        @Schema(
                description =
                        "The shortest interval at the level; null where the region of highest density is in two parts",
                nullable = true)
        Interval highestDensityInterval,

        @Schema(description = "The region of highest density: one interval, or two of a U-shaped posterior")
        List<Interval> highestDensityRegion,

        @Schema(description = "What is known of the population's variance, where that is unknown too", nullable = true)
        ParameterSummary populationVariance,

        @Schema(description = "What will be observed next") Predictive predictive,

        @Schema(
                description =
                        "Logarithm of the data's probability (density) under the prior; null for an improper prior",
                nullable = true)
        Double logMarginalLikelihood,

        @Schema(
                description = "The Bayes factor of nullValue, where one is given and the prior is proper",
                nullable = true)
        PointNull bayesFactor,

        @Schema(description = "The result in words") String interpretation,
        @Schema(description = "How the answer was found") ConjugateDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
