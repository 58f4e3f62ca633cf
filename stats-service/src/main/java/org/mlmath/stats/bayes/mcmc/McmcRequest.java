package org.mlmath.stats.bayes.mcmc;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Numbers;

@Schema(description = "A distribution to draw from, by the logarithm of its density up to a constant")
public record McmcRequest(
        @Schema(
                description =
                        "The log density, in the expression language, of the variables and the data. sum(…) with one argument sums"
                                + " over the observations: -mu^2/200 - sum((y - mu)^2)/2. n is their number",
                examples = "-mu^2/200 - n*ln(sigma) - sum((y - mu)^2)/(2*sigma^2)")
        @NotNull
        String logDensity,

        @Schema(
                description = "The variables to be sampled",
                examples = "[{\"name\": \"mu\"}, {\"name\": \"sigma\", \"lower\": 0}]")
        @NotNull
        @NotEmpty
        @Size(max = 100)
        List<@NotNull @Valid McmcVariable> variables,

        @Schema(
                description =
                        "Observations by name: vectors, equally long where they occur in one sum; a single number is a constant",
                examples = "{\"y\": [1.2, 0.7, 1.9]}",
                nullable = true)
        Map<String, Numbers> data,

        @Schema(description = "The sampler; metropolis needs no gradient", defaultValue = "nuts")
        SamplerName sampler,

        @Schema(description = "Draws kept of each chain, from 10 to 100,000", defaultValue = "1000")
        @Min(10)
        @Max(100_000)
        Integer drawsPerChain,

        @Schema(description = "Iterations before them, which adapt the sampler", defaultValue = "1000")
        @Min(0)
        @Max(100_000)
        Integer warmup,

        @Schema(description = "Number of chains, from 1 to 16", defaultValue = "4") @Min(1) @Max(16)
        Integer chains,

        @Schema(description = "Seed of the random numbers; drawn where none is given", nullable = true)
        @Min(0)
        @Max((1L << 53) - 1)
        Long seed,

        @Schema(description = "Whether the draws are returned", defaultValue = "false")
        Boolean samples,

        @Schema(description = "Probability of the intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description =
                        "Mean acceptance probability the step size of hmc and nuts is adapted to, strictly between 0 and 1: nearer to 1 takes smaller steps",
                defaultValue = "0.8")
        Double targetAcceptance,

        @Schema(description = "nuts walks at most 2^maxTreeDepth steps per draw; from 1 to 12", defaultValue = "10")
        @Min(1)
        @Max(12)
        Integer maxTreeDepth,

        @Schema(description = "Whether to show the working; there is none to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_TERM = 5e-8;
    private static final int STEPS_PER_DRAW = 5;
    /** The deadline holds a run that takes longer; an estimate as rough as this must not refuse it. */
    private static final double LONGEST = 4;

    public McmcRequest {
        sampler = sampler == null ? SamplerName.NUTS : sampler;
        drawsPerChain = drawsPerChain == null ? 1000 : drawsPerChain;
        warmup = warmup == null ? 1000 : warmup;
        chains = chains == null ? 4 : chains;
        samples = samples != null && samples;
        level = level == null ? 0.95 : level;
        targetAcceptance = targetAcceptance == null ? 0.8 : targetAcceptance;
        maxTreeDepth = maxTreeDepth == null ? 10 : maxTreeDepth;
    }

    @Override
    public Cost cost() {
        long observations = data == null
                ? 0
                : data.values().stream()
                        .mapToLong(values -> values == null ? 0 : values.values().length)
                        .sum();
        int count = variables == null ? 1 : variables.size();
        double iterations = (double) chains * (drawsPerChain + warmup);
        double seconds = 0.02 + iterations * STEPS_PER_DRAW * SECONDS_PER_TERM * (10 + observations);
        return new Cost(Math.min(LONGEST, seconds), 100_000 + 32L * chains * drawsPerChain * (count + 2));
    }
}
