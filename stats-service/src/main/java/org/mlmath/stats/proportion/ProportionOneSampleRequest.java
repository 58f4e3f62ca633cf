package org.mlmath.stats.proportion;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Successes;

@Schema(description = "Trials whose probability of success is compared with a value")
public record ProportionOneSampleRequest(
        @Schema(
                description = "Outcomes as 0 and 1, or their counts",
                examples = {"{\"successes\": 42, \"trials\": 100}", "[1, 0, 0, 1, 1]"})
        @NotNull
        Successes data,

        @Schema(
                description = "The probability of success under the null hypothesis, strictly between 0 and 1",
                defaultValue = "0.5")
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
    public ProportionOneSampleRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(nullValue == null ? Double.valueOf(0.5) : nullValue, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        return Successes.cost(data);
    }
}
