package org.mlmath.calculus.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.optimization.RunDiagnosis.Severity;

@Schema(description = "What a good teacher would say about training")
public record NetworkDiagnosis(
        @Schema(description = "The most important finding, in a sentence")
        String summary,

        @Schema(description = "All findings, the most important first")
        List<NetworkFinding> findings) {

    @Schema(description = "One thing to be said about training")
    public record NetworkFinding(
            @Schema(description = "What was found") NetworkFindingCode code,

            @Schema(description = "How bad it is") Severity severity,

            @Schema(description = "The epoch it is about; missing where it is the training as a whole", nullable = true)
            Long iteration,

            @Schema(
                    description = "The layer it is about, counted from 0; missing where it is all of them",
                    nullable = true)
            Integer layer,

            @Schema(description = "The numbers behind it, by name", examples = "{\"ratio\": 1e-4}")
            Map<String, Double> evidence,

            @Schema(description = "The finding in words") String message) {}

    @Schema(
            description =
                    "converged: the loss hardly falls any more; still-descending: more epochs will improve it; no-progress: it hardly fell"
                            + " at all; diverged: it grew, or numbers overflowed; oscillating: it goes up and down; overfitting: what was"
                            + " not learned from gets worse; vanishing-gradients, exploding-gradients: layers learn at scales that differ"
                            + " a thousandfold; dead-units: units that are silent for every example; saturated-units: units whose slope is"
                            + " next to nothing; symmetric-units: units of a layer that are all the same")
    public enum NetworkFindingCode {
        @JsonProperty("converged")
        CONVERGED,
        @JsonProperty("still-descending")
        STILL_DESCENDING,
        @JsonProperty("no-progress")
        NO_PROGRESS,
        @JsonProperty("diverged")
        DIVERGED,
        @JsonProperty("oscillating")
        OSCILLATING,
        @JsonProperty("overfitting")
        OVERFITTING,
        @JsonProperty("vanishing-gradients")
        VANISHING_GRADIENTS,
        @JsonProperty("exploding-gradients")
        EXPLODING_GRADIENTS,
        @JsonProperty("dead-units")
        DEAD_UNITS,
        @JsonProperty("saturated-units")
        SATURATED_UNITS,
        @JsonProperty("symmetric-units")
        SYMMETRIC_UNITS
    }
}
