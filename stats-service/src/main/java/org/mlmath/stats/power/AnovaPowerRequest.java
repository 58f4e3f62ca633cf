package org.mlmath.stats.power;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;

@Schema(
        description =
                "All but one of effect size, sample size, significance level and power of a one-way analysis of variance")
public record AnovaPowerRequest(
        @Schema(
                description = "Cohen's f: standard deviation of the group means over that within groups",
                examples = "0.25")
        Double effectSize,

        @Schema(description = "Observations in each group; not necessarily whole", examples = "45")
        Double sampleSize,

        @Schema(description = "Significance level, strictly between 0 and 1", examples = "0.05")
        Double alpha,

        @Schema(
                description = "Probability of rejecting when the effect is there, strictly between 0 and 1",
                examples = "0.8")
        Double power,

        @Schema(description = "Number of groups, from 2 to 1,000,000", examples = "4") @NotNull
        Long groups,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    PowerQuestion question() {
        return new PowerQuestion(
                effectSize, sampleSize, alpha, power, Alternative.GREATER, Boolean.TRUE.equals(explain));
    }

    @Override
    public Cost cost() {
        return SamplePowerRequest.SOLVING;
    }
}
