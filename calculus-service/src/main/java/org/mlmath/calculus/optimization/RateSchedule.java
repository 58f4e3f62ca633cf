package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the learning rate changes with the number t of steps made before")
public record RateSchedule(
        @Schema(description = "Which schedule; each takes the fields that name it", examples = "exponential") @NotNull
        Name name,

        @Schema(description = "step: how many steps a rate is kept", examples = "30", nullable = true)
        Long stepSize,

        @Schema(
                description = "step, exponential: the factor; 0.1 for step, required for exponential",
                examples = "0.99",
                nullable = true)
        Double gamma,

        @Schema(
                description = "cosine: how many steps it falls; after them it rises again",
                examples = "100",
                nullable = true)
        Long period,

        @Schema(description = "cosine: what the rate falls to, 0 by default", examples = "0.001", nullable = true)
        Double minimumRate,

        @Schema(description = "inverse-time: κ in 1/(1 + κt)", examples = "0.05", nullable = true)
        Double decay,

        @Schema(description = "warm-up: how many steps it takes, 5 by default", examples = "20", nullable = true)
        Long steps,

        @Schema(
                description = "warm-up: the part of the learning rate it begins with, 1/3 by default",
                examples = "0.25",
                nullable = true)
        Double startFactor,

        @Schema(
                description =
                        "warm-up: the schedule that follows and counts from its own beginning; constant by default",
                nullable = true)
        @Valid
        RateSchedule then) {

    public enum Name {
        @JsonProperty("constant")
        CONSTANT,
        @JsonProperty("step")
        STEP,
        @JsonProperty("exponential")
        EXPONENTIAL,
        @JsonProperty("cosine")
        COSINE,
        @JsonProperty("inverse-time")
        INVERSE_TIME,
        @JsonProperty("warm-up")
        WARM_UP
    }
}
