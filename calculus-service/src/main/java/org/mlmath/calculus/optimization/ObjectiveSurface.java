package org.mlmath.calculus.optimization;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The objective on a grid around the path")
public record ObjectiveSurface(
        @Schema(
                description = "The variables that span it; one where the objective has but one",
                examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(description = "Values of the first", examples = "[-1, 0, 1]")
        double[] x,

        @Schema(
                description = "Values of the second; missing where there is but one",
                examples = "[-1, 0, 1]",
                nullable = true)
        double[] y,

        @Schema(
                description =
                        "The objective, a row per value of the second and a column per value of the first; null where undefined",
                examples = "[[2, 1, 2], [1, 0, 1], [2, 1, 2]]")
        Matrix values,

        @Schema(
                description = "Levels for contours, ascending: equally many points of the grid lie between any two",
                examples = "[0.5, 1, 1.5]")
        double[] levels) {}
