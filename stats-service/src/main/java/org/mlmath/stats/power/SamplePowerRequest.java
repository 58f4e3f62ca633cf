package org.mlmath.stats.power;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;

@Schema(description = "All but one of effect size, sample size, significance level and power of a test on one sample")
public record SamplePowerRequest(
        @Schema(
                description =
                        "Effect size as the conventions of the answer define it: Cohen's d, Cohen's h, or a correlation",
                examples = "0.5")
        Double effectSize,

        @Schema(description = "Number of observations, or of pairs; not necessarily whole", examples = "34")
        Double sampleSize,

        @Schema(description = "Significance level, strictly between 0 and 1", examples = "0.05")
        Double alpha,

        @Schema(
                description = "Probability of rejecting when the effect is there, strictly between 0 and 1",
                examples = "0.8")
        Double power,

        @Schema(
                description = "Whether an effect in either direction counts, or only a negative or a positive one",
                defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    /** Some two hundred values of the power function. */
    static final Cost SOLVING = new Cost(1e-2, 16_384);

    public SamplePowerRequest {
        alternative = alternative == null ? Alternative.TWO_SIDED : alternative;
    }

    PowerQuestion question() {
        return new PowerQuestion(effectSize, sampleSize, alpha, power, alternative, Boolean.TRUE.equals(explain));
    }

    @Override
    public Cost cost() {
        return SOLVING;
    }
}
