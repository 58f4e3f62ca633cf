package org.mlmath.stats.resampling;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.hypothesis.Assumption;

@Schema(description = "The outcome of a permutation test")
public record PermutationResult(
        @Schema(description = "The statistic of the data as they are")
        double statistic,

        @Schema(
                description =
                        "The share of arrangements, equally likely under the null hypothesis, with a statistic at least as extreme")
        double pValue,

        @Schema(description = "Whether all arrangements were looked at")
        boolean exact,

        @Schema(description = "How many arrangements were looked at")
        long arrangements,

        @Schema(description = "Where the generator started, unless all arrangements were looked at", nullable = true)
        Long seed,

        @Schema(description = "Whether the p-value is at most alpha")
        boolean rejectNull,

        @Schema(description = "What the test takes for granted")
        List<Assumption> assumptions,

        @Schema(description = "The result in words") String interpretation,
        @Schema(description = "How the p-value was found") PermutationDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
