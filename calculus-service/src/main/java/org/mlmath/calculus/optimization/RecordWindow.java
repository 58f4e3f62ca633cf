package org.mlmath.calculus.optimization;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Which iterates a trajectory keeps: every so many between two ends, and the ends. Where they are more"
                        + " than maxPoints, every second one is given up, as often as needed")
public record RecordWindow(
        @Schema(description = "Distance of two kept iterates", defaultValue = "1", nullable = true) @Min(1)
        Long every,

        @Schema(description = "The first kept iterate", defaultValue = "0", nullable = true) @Min(0)
        Long from,

        @Schema(description = "The last kept iterate; the run's last by default", examples = "100", nullable = true)
        @Min(0)
        Long to,

        @Schema(description = "How many are kept at most", defaultValue = "10000", nullable = true)
        @Min(2)
        @Max(RecordWindow.MOST_POINTS)
        Integer maxPoints,

        @Schema(description = "Whether the method's memory is kept too", defaultValue = "false", nullable = true)
        Boolean state) {
    /** What a response can reasonably hold: some 50 MB of JSON for two variables. */
    static final int MOST_POINTS = 1_000_000;
}
