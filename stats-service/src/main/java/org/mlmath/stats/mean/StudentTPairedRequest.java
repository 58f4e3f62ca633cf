package org.mlmath.stats.mean;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(
        description =
                "Pairs of observations whose mean difference is compared with a value: a and b, or the differences as data")
public record StudentTPairedRequest(
        @Schema(description = "The first observation of each pair", examples = "[12.1, 11.4, 13.2]")
        SampleOrSummary a,

        @Schema(description = "The second observation of each pair, in the same order", examples = "[11.8, 11.6, 12.5]")
        SampleOrSummary b,

        @Schema(
                description = "In place of a and b: the differences a - b, or their summary",
                examples = "{\"mean\": 0.3, \"standardDeviation\": 0.5, \"size\": 20}")
        SampleOrSummary data,

        @Schema(description = "The value of the parameter under the null hypothesis", defaultValue = "0")
        Double nullValue,

        @Schema(description = "The alternative hypothesis", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public StudentTPairedRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(StudentTTest.SECONDS, a, b, data);
    }
}
