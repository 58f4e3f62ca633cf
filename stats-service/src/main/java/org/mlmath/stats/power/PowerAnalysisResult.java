package org.mlmath.stats.power;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Effect size, sample size, significance level and power that belong together")
public record PowerAnalysisResult(
        @Schema(description = "Effect size, given or found") double effectSize,

        @Schema(description = "Sample size per group, given or found, not rounded")
        double sampleSize,

        @Schema(description = "Significance level, given or found")
        double alpha,

        @Schema(description = "Power, given or found") double power,

        @Schema(description = "Which of the four was found", examples = "sampleSize")
        String solvedFor,

        @Schema(description = "The sample size per group to plan with: sampleSize rounded up")
        double requiredSampleSize,

        @Schema(description = "All groups together, rounded up")
        double totalSampleSize,

        @Schema(description = "Power with requiredSampleSize")
        double achievedPower,

        @Schema(description = "Power over sample sizes") PowerCurve curve,

        @Schema(description = "What the power was computed from")
        PowerDiagnostics diagnostics,

        @Schema(description = "What was followed where programs disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the answer")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
