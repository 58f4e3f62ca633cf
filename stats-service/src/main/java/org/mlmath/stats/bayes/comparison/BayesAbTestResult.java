package org.mlmath.stats.bayes.comparison;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Two arms compared by their posteriors")
public record BayesAbTestResult(
        @Schema(description = "Posterior probability that B's rate or mean is larger than A's")
        double probabilityBBeatsA,

        @Schema(description = "Posterior probability that A's is larger, right also where it is tiny")
        double probabilityABeatsB,

        @Schema(
                description =
                        "What choosing A is expected to lose, E[max(B - A, 0)]; Infinity where there is no expectation")
        double expectedLossA,

        @Schema(
                description =
                        "What choosing B is expected to lose, E[max(A - B, 0)]; Infinity where there is no expectation")
        double expectedLossB,

        @Schema(description = "The difference and the ratio with their credible intervals")
        Uplift uplift,

        @Schema(description = "What is known of A") ArmPosterior posteriorA,
        @Schema(description = "What is known of B") ArmPosterior posteriorB,

        @Schema(description = "The decision by the region of practical equivalence, if one is given", nullable = true)
        RopeDecision rope,

        @Schema(description = "The result in words") String interpretation,

        @Schema(description = "How the probabilities were found")
        ComparisonDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
