package org.mlmath.stats.hypothesis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;

@Schema(description = "The outcome of a hypothesis test; what a test does not have is left out")
public record TestResult(
        @Schema(
                description = "The test statistic; `conventions` say what it is where that is not obvious",
                nullable = true)
        Double statistic,

        @Schema(description = "Probability, were the null hypothesis true, of an outcome at least as extreme")
        double pValue,

        @Schema(
                description =
                        "Degrees of freedom of the reference distribution, {numerator, denominator} of an F; not always integers",
                nullable = true)
        DegreesOfFreedom degreesOfFreedom,

        @Schema(description = "The sample's estimate of the parameter that the test is about", nullable = true)
        Double estimate,

        @Schema(description = "Standard error of the estimate", nullable = true)
        Double standardError,

        @Schema(
                description = "Confidence interval of the parameter at 1 - alpha; one-sided as the alternative is",
                nullable = true)
        Interval confidenceInterval,

        @Schema(description = "How large the effect is", nullable = true)
        EffectSize effectSize,

        @Schema(description = "Whether the p-value is at most alpha")
        boolean rejectNull,

        @Schema(description = "What the test takes for granted, and what the data say about it")
        List<Assumption> assumptions,

        @Schema(description = "The result in words") String interpretation,
        @Schema(description = "How the p-value was found") TestDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
