package org.mlmath.stats.power;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;

@Schema(description = "All but one of effect size, sample size, significance level and power of a test on two samples")
public record TwoSamplePowerRequest(
        @Schema(description = "Effect size: Cohen's d for means, Cohen's h for proportions", examples = "0.5")
        Double effectSize,

        @Schema(description = "Observations in the first group; not necessarily whole", examples = "64")
        Double sampleSize,

        @Schema(description = "Significance level, strictly between 0 and 1", examples = "0.05")
        Double alpha,

        @Schema(
                description = "Probability of rejecting when the effect is there, strictly between 0 and 1",
                examples = "0.8")
        Double power,

        @Schema(
                description = "Size of the second group over that of the first, greater than 0",
                defaultValue = "1",
                examples = "1.5")
        Double ratio,

        @Schema(
                description = "Whether an effect in either direction counts, or only a negative or a positive one",
                defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public TwoSamplePowerRequest {
        alternative = alternative == null ? Alternative.TWO_SIDED : alternative;
        ratio = ratio == null ? 1 : ratio;
    }

    PowerQuestion question() {
        return new PowerQuestion(effectSize, sampleSize, alpha, power, alternative, Boolean.TRUE.equals(explain));
    }

    @Override
    public Cost cost() {
        return SamplePowerRequest.SOLVING;
    }
}
