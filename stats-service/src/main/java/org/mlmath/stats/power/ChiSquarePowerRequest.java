package org.mlmath.stats.power;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;

@Schema(description = "All but one of effect size, sample size, significance level and power of a chi-square test")
public record ChiSquarePowerRequest(
        @Schema(description = "Cohen's w: the root of Σ (p₁ - p₀)²/p₀", examples = "0.3")
        Double effectSize,

        @Schema(description = "All observations together; not necessarily whole", examples = "100")
        Double sampleSize,

        @Schema(description = "Significance level, strictly between 0 and 1", examples = "0.05")
        Double alpha,

        @Schema(
                description = "Probability of rejecting when the effect is there, strictly between 0 and 1",
                examples = "0.8")
        Double power,

        @Schema(description = "Degrees of freedom of the test, greater than 0", examples = "3") @NotNull
        Double degreesOfFreedom,

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
