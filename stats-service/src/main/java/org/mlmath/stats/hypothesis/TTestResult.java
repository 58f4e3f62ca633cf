package org.mlmath.stats.hypothesis;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;

@Schema(description = "The outcome of a t test")
public record TTestResult(
        @Schema(description = "t: the estimate's distance from the null value in standard errors")
        double statistic,

        @Schema(description = "Probability, were the null hypothesis true, of a statistic at least as extreme")
        double pValue,

        @Schema(description = "Degrees of freedom, not an integer for Welch's test")
        double degreesOfFreedom,

        @Schema(description = "The mean; of two samples the mean of a minus the mean of b; of pairs the mean of a - b")
        double estimate,

        @Schema(description = "Standard error of the estimate")
        double standardError,

        @Schema(description = "Confidence interval at 1 - alpha; one-sided as the alternative is")
        Interval confidenceInterval,

        @Schema(description = "The estimate's distance from the null value in standard deviations")
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
