package org.mlmath.stats.markov;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Labels;

@Schema(description = "A Markov chain to be run")
public record ChainSimulationRequest(
        @Schema(
                description = "Row i, column j: the probability of going from state i to state j; rows add up to 1",
                examples = "[[0.9, 0.1], [0.5, 0.5]]")
        @NotNull
        Matrix transition,

        @Schema(description = "Names of the states; 0, 1, … by default", examples = "[\"sunny\", \"rainy\"]")
        Labels states,

        @Schema(
                description = "A state, or a probability per state, to start from; the first state by default",
                examples = {"\"sunny\"", "[0.5, 0.5]"})
        ChainStart start,

        @Schema(description = "Number of steps; the path has one state more", defaultValue = "100")
        @Min(0)
        @Max(1_000_000)
        Integer afterSteps,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ChainSimulationRequest {
        afterSteps = afterSteps == null ? 100 : afterSteps;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double n = transition == null ? 0 : transition.rows();
        return new Cost(
                1e-5 + n * n * 1e-8 + Math.max(0, afterSteps) * 1e-7, (long) (8192 + n * n * 24 + afterSteps * 48.0));
    }
}
