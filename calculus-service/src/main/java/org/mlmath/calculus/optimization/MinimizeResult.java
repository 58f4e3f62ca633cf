package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "What a run came to")
public record MinimizeResult(
        @Schema(description = "The iterate with the smallest value, of several the one with the smallest gradient")
        PointAndValue minimum,

        @Schema(description = "The last iterate at which everything is finite") @JsonProperty("final")
        PointAndValue last,

        @Schema(description = "The method, with its defaults filled in")
        OptimizationMethod method,

        @Schema(description = "The names of a point's entries", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(
                description =
                        "Whether a criterion was met, nothing was left to do or, where the run ended otherwise, the"
                                + " gradient is a millionth of the one at iteration 0")
        boolean converged,

        @Schema(
                description =
                        "Why the run ended: a criterion, all steps made, or by itself: `diverged` and `undefined` at the last"
                                + " finite iterate, `stationary` where nothing is left to do, `no-descent` where a line search finds"
                                + " nothing lower, `singular-hessian` where Newton's step does not exist, `collapsed` where a"
                                + " simplex or a population has shrunk to a point")
        Reason reason,

        @Schema(
                description =
                        "The number of the last iterate: steps made since iteration 0, those before `resume` included")
        long iterations,

        @Schema(description = "The iterates that were recorded, the start being iteration 0")
        RecordedTrajectory trajectory,

        @Schema(description = "What a good teacher would say about the run")
        RunDiagnosis diagnosis,

        @Schema(description = "The objective around the path, when asked for", nullable = true)
        ObjectiveSurface surface,

        @Schema(description = "Sent back as `resume` it continues the run")
        OptimizerState state,

        @Schema(description = "The seed of what was drawn: batches, candidates, coordinates", nullable = true)
        Long seed,

        @Schema(description = "How good the last iterate is, and what it took")
        RunDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries differ")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "A point and the objective's value there")
    public record PointAndValue(
            @Schema(description = "The point, in the order of `variables`", examples = "[1, 1]")
            double[] point,

            @Schema(description = "The objective there, without the penalty of weight decay", examples = "0")
            double value) {}

    public enum Reason {
        @JsonProperty("gradient-norm")
        GRADIENT_NORM,
        @JsonProperty("value-change")
        VALUE_CHANGE,
        @JsonProperty("target")
        TARGET,
        @JsonProperty("max-iterations")
        MAX_ITERATIONS,
        @JsonProperty("diverged")
        DIVERGED,
        @JsonProperty("undefined")
        UNDEFINED,
        @JsonProperty("stationary")
        STATIONARY,
        @JsonProperty("no-descent")
        NO_DESCENT,
        @JsonProperty("singular-hessian")
        SINGULAR_HESSIAN,
        @JsonProperty("collapsed")
        COLLAPSED
    }

    @Schema(description = "Recorded iterates, an entry of each list for each")
    public record RecordedTrajectory(
            @Schema(description = "Their numbers, ascending", examples = "[0, 1, 2]")
            long[] iterations,

            @Schema(
                    description = "The points, in the order of `variables`",
                    examples = "[[0, 0], [0.1, 0], [0.2, 0.1]]")
            Matrix points,

            @Schema(description = "The objective at them", examples = "[1, 0.9, 0.8]")
            double[] values,

            @Schema(description = "The Euclidean norms of its gradient, before clipping", examples = "[2, 1.9, 1.7]")
            double[] gradientNorms,

            @Schema(
                    description = "What the method remembered there, by name, where `record.state` asks for it",
                    nullable = true)
            Map<String, Matrix> states) {}

    @Schema(description = "How good the last iterate is, and what it took")
    public record RunDiagnostics(
            @Schema(
                    description = "Euclidean norm of the gradient at the last iterate; null where there is none",
                    examples = "1e-9")
            double gradientNorm,

            @Schema(
                    description = "How often the run computed the objective, with or without derivatives",
                    examples = "101")
            long evaluations) {}
}
