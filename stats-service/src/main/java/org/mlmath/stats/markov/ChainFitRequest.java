package org.mlmath.stats.markov;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Labels;

@Schema(description = "A sequence of states from which a Markov chain is estimated")
public record ChainFitRequest(
        @Schema(description = "The states in their order", examples = "[\"sunny\", \"sunny\", \"rainy\", \"sunny\"]")
        @NotNull
        Labels sequence,

        @Schema(
                description = "The states in the order of the matrix; by default all that occur, ascending",
                examples = "[\"sunny\", \"rainy\"]")
        Labels states,

        @Schema(
                description = "Added to each count of transitions: 0 for maximum likelihood, 1 for Laplace's rule",
                minimum = "0",
                defaultValue = "0")
        Double pseudocount,

        @Schema(description = "Level of the confidence intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ChainFitRequest {
        pseudocount = pseudocount == null ? 0 : pseudocount;
        level = level == null ? 0.95 : level;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long size = sequence == null ? 0 : sequence.size();
        double square = Math.min(1e6, (double) size * size);
        return new Cost(1e-5 + size * 2e-7 + square * 3e-7, (long) (8192 + 32 * size + 48 * square));
    }
}
