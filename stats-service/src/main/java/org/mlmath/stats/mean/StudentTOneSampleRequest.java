package org.mlmath.stats.mean;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "A sample whose mean is compared with a value")
public record StudentTOneSampleRequest(
        @Schema(
                description = "The observations, or their summary",
                examples = {"[5.1, 4.9, 5.6, 5.8, 5.2]", "{\"mean\": 5.3, \"standardDeviation\": 0.4, \"size\": 12}"})
        @NotNull
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
    public StudentTOneSampleRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(StudentTTest.SECONDS, data);
    }
}
