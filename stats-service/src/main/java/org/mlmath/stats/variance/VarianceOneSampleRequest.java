package org.mlmath.stats.variance;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "A sample whose variance is compared with a value")
public record VarianceOneSampleRequest(
        @Schema(description = "The observations, or their summary", examples = "[5.1, 4.9, 5.6, 5.8, 5.2]") @NotNull
        SampleOrSummary data,

        @Schema(description = "The variance under the null hypothesis, positive", defaultValue = "1")
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
    public VarianceOneSampleRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue == null ? Double.valueOf(1) : nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-5, data);
    }
}
