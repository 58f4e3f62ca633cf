package org.mlmath.calculus.optimization;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.point.Bounds;

@Schema(description = "The grid of the objective around the path, as a contour plot needs it")
public record SurfaceOptions(
        @Schema(description = "Points along each axis", defaultValue = "50", nullable = true)
        @Min(2)
        @Max(SurfaceOptions.MOST_POINTS)
        Integer resolution,

        @Schema(
                description =
                        "The two variables that span it, the first two by default; of others the best point's coordinates are taken",
                examples = "[\"x\", \"y\"]",
                nullable = true)
        List<String> variables,

        @Schema(
                description = "Intervals by variable; where none is given, that of the path and a margin",
                examples = "{\"x\": [-2, 2]}",
                nullable = true)
        Map<String, Bounds> ranges) {
    static final int USUAL_POINTS = 50;
    static final int MOST_POINTS = 400;
}
