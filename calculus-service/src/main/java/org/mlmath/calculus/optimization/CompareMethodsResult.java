package org.mlmath.calculus.optimization;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "What each run came to, and how they compare")
public record CompareMethodsResult(
        @Schema(description = "The runs in the order of the methods, each as `minimize` answers it")
        List<MinimizeResult> runs,

        @Schema(description = "The runs from the best to the worst by the criterion; equal ones in their order")
        List<RankedRun> ranking,

        @Schema(description = "What they are ranked by") RankingCriterion criterion,

        @Schema(description = "The names of a point's entries", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "The objective around all paths, when asked for", nullable = true)
        ObjectiveSurface surface,

        @Schema(description = "The seed of the runs that draw", nullable = true)
        Long seed,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "A run's place")
    public record RankedRun(
            @Schema(description = "Its place, from 1", examples = "1")
            int rank,

            @Schema(description = "Its index in `runs`", examples = "0")
            int index,

            @Schema(description = "Its method") MethodName method,

            @Schema(description = "The smallest value it saw", examples = "1e-12")
            double value,

            @Schema(
                    description = "The gradient's norm at its last iterate; null where there is none",
                    examples = "1e-7")
            double gradientNorm,

            @Schema(description = "The number of its last iterate", examples = "57")
            long iterations,

            @Schema(description = "How often it computed the objective", examples = "80")
            long evaluations,

            @Schema(description = "Whether it converged") boolean converged,

            @Schema(description = "Why it ended") MinimizeResult.Reason reason) {}
}
