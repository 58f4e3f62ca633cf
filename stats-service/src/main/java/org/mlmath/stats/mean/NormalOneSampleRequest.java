package org.mlmath.stats.mean;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "A sample from a population of known standard deviation, whose mean is compared with a value")
public record NormalOneSampleRequest(
        @Schema(
                description = "The observations, or their summary, of which mean and size count",
                examples = "[5.1, 4.9, 5.6, 5.8, 5.2]")
        @NotNull
        SampleOrSummary data,

        @Schema(description = "Known standard deviation of the population, positive", examples = "0.5") @NotNull
        Double standardDeviation,

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
    public NormalOneSampleRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-6, data);
    }
}
