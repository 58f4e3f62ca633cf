package org.mlmath.stats.bayes.theorem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "What the results of a diagnostic test mean")
public record DiagnosticTestResult(
        @Schema(description = "P(condition | positive); null where nobody tests positive", nullable = true)
        Double positivePredictiveValue,

        @Schema(description = "P(no condition | negative); null where nobody tests negative", nullable = true)
        Double negativePredictiveValue,

        @Schema(description = "P(no condition | positive) = 1 - positivePredictiveValue", nullable = true)
        Double falseDiscoveryRate,

        @Schema(description = "P(condition | negative) = 1 - negativePredictiveValue", nullable = true)
        Double falseOmissionRate,

        @Schema(description = "P(positive)") double probabilityPositive,
        @Schema(description = "P(negative)") double probabilityNegative,

        @Schema(
                description =
                        "sensitivity / (1 - specificity): by how much a positive result multiplies the odds; null for 0/0",
                nullable = true)
        Double positiveLikelihoodRatio,

        @Schema(
                description =
                        "(1 - sensitivity) / specificity: by how much a negative result multiplies the odds; null for 0/0",
                nullable = true)
        Double negativeLikelihoodRatio,

        @Schema(
                description = "positiveLikelihoodRatio / negativeLikelihoodRatio; null where undefined",
                nullable = true)
        Double diagnosticOddsRatio,

        @Schema(description = "P(the result is right)") double accuracy,

        @Schema(description = "Youden's J = sensitivity + specificity - 1")
        double youden,

        @Schema(description = "The same as counts of people")
        NaturalFrequencies naturalFrequencies,

        @Schema(description = "The result in words") String interpretation,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
