package org.mlmath.stats.proportion;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Successes;

@Schema(description = "Two samples of trials whose probabilities of success are compared")
public record ProportionTwoSampleRequest(
        @Schema(
                description = "Outcomes of the first sample as 0 and 1, or their counts",
                examples = "{\"successes\": 45, \"trials\": 100}")
        @NotNull
        Successes a,

        @Schema(
                description = "Outcomes of the second sample as 0 and 1, or their counts",
                examples = "{\"successes\": 30, \"trials\": 100}")
        @NotNull
        Successes b,

        @Schema(
                description =
                        "Whether the standard error takes both probabilities as equal, as the null hypothesis says",
                defaultValue = "true")
        Boolean pooled,

        @Schema(
                description = "The difference of the probabilities, a minus b, under the null hypothesis",
                defaultValue = "0")
        Double nullValue,

        @Schema(description = "The alternative hypothesis", defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description = "Whether to bring the count half a trial nearer to what the null hypothesis expects",
                defaultValue = "false")
        Boolean continuityCorrection,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ProportionTwoSampleRequest {
        pooled = pooled == null || pooled;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return Successes.cost(a, b);
    }
}
