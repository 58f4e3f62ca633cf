package org.mlmath.stats.experiment;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.bayes.comparison.BayesAbTestResult;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(description = "An experiment with two arms, read in every usual way")
public record AbTestResult(
        @Schema(description = "The test of B - A: of proportions by the pooled z test, of means by Welch's t test")
        TestResult frequentist,

        @Schema(description = "By how much B differs from A")
        Lift lift,

        @Schema(description = "What the data and the prior say of B and A")
        BayesAbTestResult bayesian,

        @Schema(
                description =
                        "Observations per arm (the first where they are to differ) that find the minimum effect with the power asked for; null where there is no effect to find",
                nullable = true)
        Double requiredSampleSize,

        @Schema(description = "Whether the observations were split as planned")
        SampleRatio sampleRatio,

        @Schema(description = "The result in a few sentences")
        String interpretation,

        @Schema(description = "How the p-value was found") TestDiagnostics diagnostics,

        @Schema(description = "What was followed where tools disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working of the test, when asked for", nullable = true)
        List<Step> steps) {}
