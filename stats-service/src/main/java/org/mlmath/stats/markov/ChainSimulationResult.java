package org.mlmath.stats.markov;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Label;

@Schema(description = "A path of a Markov chain")
public record ChainSimulationResult(
        @Schema(description = "The states it was in, the start first")
        List<Label> path,

        @Schema(description = "The states in the order of the following")
        List<Label> states,

        @Schema(description = "How often it was in each") long[] visits,

        @Schema(description = "Share of the path spent in each")
        double[] frequencies,

        @Schema(description = "The seed that gives this path again")
        long seed,

        @Schema(description = "What to know about the path") List<Warning> warnings) {}
