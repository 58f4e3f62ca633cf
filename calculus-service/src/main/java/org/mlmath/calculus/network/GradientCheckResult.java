package org.mlmath.calculus.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "How far gradients are from differences of the loss")
public record GradientCheckResult(
        @Schema(
                description =
                        "The largest |gradient − difference| / max(|gradient|, |difference|, floor), the floor being a ten-thousandth"
                                + " of the largest entry: smaller ones drown in its rounding",
                examples = "2e-10")
        double maxRelativeError,

        @Schema(description = "Whether it is within the tolerance", examples = "true")
        boolean agrees,

        @Schema(description = "Where it is") WorstParameter worst,

        @Schema(
                description = "‖gradient − difference‖ / (‖gradient‖ + ‖difference‖), over all weights and biases",
                examples = "1e-11")
        double relativeDifference,

        @Schema(description = "How many weights and biases were checked", examples = "9")
        int parameters,

        @Schema(
                description =
                        "How many were left out because the loss has a kink there, where a derivative is a convention",
                examples = "0")
        int kinks,

        @Schema(description = "What it took") CheckDiagnostics diagnostics,

        @Schema(description = "What was followed") Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "The weight or bias with the largest relative error")
    public record WorstParameter(
            @Schema(description = "Its layer, counted from 0", examples = "0")
            int layer,

            @Schema(description = "What it is", examples = "weight")
            ParameterKind parameter,

            @Schema(description = "Its place: [output, input] of a weight, [output] of a bias", examples = "[0, 1]")
            int[] index,

            @Schema(description = "The derivative that was checked", examples = "0.25")
            double gradient,

            @Schema(description = "The difference quotient", examples = "0.25")
            double difference,

            @Schema(description = "How far they are apart", examples = "2e-10")
            double relativeError) {}

    public enum ParameterKind {
        @JsonProperty("weight")
        WEIGHT,
        @JsonProperty("bias")
        BIAS
    }

    @Schema(name = "GradientCheckDiagnostics", description = "What it took")
    public record CheckDiagnostics(
            @Schema(description = "How often the loss was computed", examples = "73")
            long evaluations) {}
}
