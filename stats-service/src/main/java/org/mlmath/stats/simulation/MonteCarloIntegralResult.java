package org.mlmath.stats.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Interval;

@Schema(description = "An integral estimated from values at drawn points")
public record MonteCarloIntegralResult(
        @Schema(description = "Mean value times volume") double estimate,

        @Schema(description = "Standard error of the estimate")
        double standardError,

        @Schema(description = "Confidence interval of the integral")
        Interval confidenceInterval,

        @Schema(description = "Length, area or volume of the region")
        double volume,

        @Schema(description = "Numbers of points at which the estimate was noted")
        int[] sizes,

        @Schema(description = "The estimate from the first so many points")
        double[] runningEstimates,

        @Schema(description = "The first points, a row each, to be drawn")
        Matrix points,

        @Schema(description = "The integrand at them") double[] values,

        @Schema(description = "The variables in the order of the points")
        List<String> variables,

        @Schema(description = "The seed that gives these points again")
        long seed,

        @Schema(description = "What to know about the estimate")
        List<Warning> warnings) {}
