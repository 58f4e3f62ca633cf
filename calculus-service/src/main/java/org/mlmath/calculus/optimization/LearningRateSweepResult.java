package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.optimization.MinimizeResult.PointAndValue;
import org.mlmath.calculus.optimization.MinimizeResult.Reason;
import org.mlmath.calculus.optimization.MinimizeResult.RecordedTrajectory;
import org.mlmath.calculus.optimization.MinimizeResult.RunDiagnostics;
import org.mlmath.kit.answer.Warning;

@Schema(description = "What the runs came to, and up to which learning rate they are stable")
public record LearningRateSweepResult(
        @Schema(description = "A run for each rate, in their order")
        List<SweepRun> runs,

        @Schema(
                description =
                        "The learning rate from which on runs no longer come down: by theory where the objective is quadratic"
                                + " and the method has a bound, otherwise by bisection between the runs; missing where neither"
                                + " tells: all runs are stable, or none is",
                examples = "0.25",
                nullable = true)
        Double stableBelow,

        @Schema(description = "How stableBelow was found", nullable = true)
        BoundSource stableBelowBy,

        @Schema(
                description =
                        "The rate of the run that saw the smallest value, of several the one that took the fewest steps;"
                                + " missing where none improved on the start",
                examples = "0.1",
                nullable = true)
        Double best,

        @Schema(description = "The method, with its defaults filled in; the rate is best, or else the first")
        OptimizationMethod method,

        @Schema(description = "The names of a point's entries", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "The seed of the runs, where they draw", nullable = true)
        Long seed,

        @Schema(description = "What was followed where libraries differ")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "By the largest curvature of a quadratic objective, or by trying")
    public enum BoundSource {
        @JsonProperty("theory")
        THEORY,
        @JsonProperty("bisection")
        BISECTION
    }

    @Schema(description = "The run at one learning rate")
    public record SweepRun(
            @Schema(description = "η", examples = "0.1") double learningRate,

            @Schema(description = "Whether it stayed finite and ended no higher than it started")
            boolean stable,

            @Schema(description = "The iterate with the smallest value, of several the one with the smallest gradient")
            PointAndValue minimum,

            @Schema(description = "The last iterate at which everything is finite") @JsonProperty("final")
            PointAndValue last,

            @Schema(description = "Whether it converged") boolean converged,

            @Schema(description = "Why it ended") Reason reason,

            @Schema(description = "The number of its last iterate", examples = "100")
            long iterations,

            @Schema(description = "The iterates that were recorded")
            RecordedTrajectory trajectory,

            @Schema(description = "What a good teacher would say about it")
            RunDiagnosis diagnosis,

            @Schema(description = "How good its last iterate is, and what it took")
            RunDiagnostics diagnostics) {}
}
