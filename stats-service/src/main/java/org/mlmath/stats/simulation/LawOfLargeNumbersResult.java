package org.mlmath.stats.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Means of ever more draws")
public record LawOfLargeNumbersResult(
        @Schema(description = "Numbers of draws, rising") int[] sizes,

        @Schema(description = "A row per path: the mean of the first so many draws")
        Matrix runningMeans,

        @Schema(description = "Mean of the distribution, which the paths approach", nullable = true)
        Double expectedMean,

        @Schema(description = "Below the mean: normal quantile times standard error at each size", nullable = true)
        double[] lower,

        @Schema(description = "Above the mean: normal quantile times standard error at each size", nullable = true)
        double[] upper,

        @Schema(description = "The seed that gives these paths again")
        long seed,

        @Schema(description = "What to know about the paths")
        List<Warning> warnings) {}
