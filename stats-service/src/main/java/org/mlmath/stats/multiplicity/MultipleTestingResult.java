package org.mlmath.stats.multiplicity;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.hypothesis.TestDiagnostics;

@Schema(description = "Several tests judged together")
public record MultipleTestingResult(
        @Schema(description = "Adjusted p-values in the order given: each rejects where it is at most alpha")
        double[] adjusted,

        @Schema(description = "Whether each null hypothesis is rejected")
        boolean[] rejected,

        @Schema(description = "How many are") int rejections,

        @Schema(description = "The result in words") String interpretation,

        @Schema(description = "How the p-values were adjusted")
        TestDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
