package org.mlmath.stats.variance;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "Samples whose means are compared, each with a variance of its own")
public record WelchAnovaRequest(
        @Schema(
                description = "The samples, two at least: observations, or summaries",
                examples = "[[6.1, 5.8, 6.4], [5.2, 5.5, 5.1], [7.0, 6.6, 6.9]]")
        @NotNull
        List<SampleOrSummary> groups,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public WelchAnovaRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-3, groups.toArray(SampleOrSummary[]::new));
    }
}
