package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;

@Schema(
        extensions = @Extension(name = "x-short-form", value = "ScheduleName"),
        description =
                "How the learning rate changes with the number t of steps made before; a name alone where defaults will do")
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

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public RateSchedule {}

    /** A schedule with its defaults, written as its name alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RateSchedule of(String slug) {
        return new RateSchedule(Name.named(slug), null, null, null, null, null, null, null, null);
    }

    @Schema(name = "ScheduleName", description = "A schedule of learning rates")
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
        WARM_UP;

        private static Name named(String slug) {
            List<String> known = Arrays.stream(values()).map(Name::slug).toList();
            int at = known.indexOf(slug);
            if (at < 0) {
                throw new InvalidParameterException("There is no schedule \"%s\".%s The schedules are %s."
                        .formatted(slug, NearestName.question(slug, known), String.join(", ", known)));
            }
            return values()[at];
        }

        private String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
