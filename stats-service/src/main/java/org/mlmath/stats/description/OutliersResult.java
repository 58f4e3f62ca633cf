package org.mlmath.stats.description;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;

@Schema(description = "The observations that lie far from the rest")
public record OutliersResult(
        @Schema(description = "Where the outliers stand in the data, ascending", examples = "[5]")
        int[] indices,

        @Schema(description = "The outliers") double[] values,

        @Schema(description = "What lies outside is an outlier; of tests, with the outliers found left out")
        Interval bounds,

        @Schema(description = "Which method was followed") OutlierMethod method,

        @Schema(description = "k as it was used", nullable = true)
        Double threshold,

        @Schema(description = "Of a test: each round, in order", nullable = true)
        List<OutlierTest> tests,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the outliers")
        List<Warning> warnings) {}
