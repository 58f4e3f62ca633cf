package org.mlmath.stats.mean;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "Two samples from populations of known standard deviations, whose means are compared")
public record NormalTwoSampleRequest(
        @Schema(description = "The first sample, or its summary", examples = "[5.1, 4.9, 5.6]") @NotNull
        SampleOrSummary a,

        @Schema(description = "The second sample, or its summary", examples = "[4.2, 4.8, 4.4]") @NotNull
        SampleOrSummary b,

        @Schema(
                description = "Known standard deviation of the population of a; the sample's own where none is given",
                examples = "0.5")
        Double standardDeviationA,

        @Schema(
                description = "Known standard deviation of the population of b; the sample's own where none is given",
                examples = "0.5")
        Double standardDeviationB,

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
    public NormalTwoSampleRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(2e-6, a, b);
    }
}
