package org.mlmath.stats.bayes.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where B - A lies relative to the differences that do not matter")
public record RopeDecision(
        @Schema(description = "Lower end of the region of practical equivalence")
        double lower,

        @Schema(description = "Upper end of the region of practical equivalence")
        double upper,

        @Schema(description = "P(B - A < lower): A is better by an amount that matters")
        double probabilityBelow,

        @Schema(description = "P(lower <= B - A <= upper): the arms are as good as equal")
        double probabilityInside,

        @Schema(description = "P(B - A > upper): B is better by an amount that matters")
        double probabilityAbove,

        @Schema(
                description =
                        "By the credible interval of B - A: all of it above the region, below it, inside it, or neither")
        Decision decision) {
    /** Kruschke's rule. */
    public enum Decision {
        @JsonProperty("choose-a")
        CHOOSE_A,
        @JsonProperty("choose-b")
        CHOOSE_B,
        @JsonProperty("equivalent")
        EQUIVALENT,
        @JsonProperty("undecided")
        UNDECIDED
    }
}
