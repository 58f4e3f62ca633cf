package org.mlmath.stats.markov;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Labels;

@Schema(description = "A Markov chain in discrete time")
public record ChainAnalysisRequest(
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

        @Schema(description = "Number of steps after which the distribution is wanted", examples = "7")
        @Min(0)
        @Max(9007199254740991L)
        Long afterSteps,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ChainAnalysisRequest {
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double n = transition == null ? 0 : transition.rows();
        double cube = n * n * n;
        double hitting = n <= ChainAnalysis.DETAILED ? cube * n * 5e-10 + cube * 3e-8 : 0;
        return new Cost(1e-5 + cube * 1.5e-8 + hitting, (long) (16_384 + n * n * 8 * 60));
    }
}
