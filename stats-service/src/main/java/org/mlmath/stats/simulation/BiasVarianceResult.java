package org.mlmath.stats.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The errors of simple and of flexible models, taken apart")
public record BiasVarianceResult(
        @Schema(description = "One entry per degree, from 0")
        List<DegreeErrors> degrees,

        @Schema(description = "The degree of the least expected error")
        int best,

        @Schema(description = "The grid on which predictions are compared")
        double[] x,

        @Schema(description = "The true function on the grid")
        double[] truth,

        @Schema(description = "Where the observations are") double[] sampleX,

        @Schema(description = "The observations of the first sample")
        double[] sampleY,

        @Schema(description = "The seed that gives these samples again")
        long seed,

        @Schema(description = "What to know about the errors")
        List<Warning> warnings) {}
