package org.mlmath.stats.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Means of many samples, and the normal distribution they approach")
public record CentralLimitTheoremResult(
        @Schema(description = "The mean of each sample") double[] means,

        @Schema(description = "Edges of the histogram's bins")
        double[] edges,

        @Schema(description = "Means in each bin") long[] counts,

        @Schema(description = "counts over width and number, to lie under the curve")
        double[] density,

        @Schema(description = "The density of the normal distribution at the middle of each bin", nullable = true)
        double[] normalDensity,

        @Schema(description = "Mean of the means") double mean,

        @Schema(description = "Standard deviation of the means")
        double standardDeviation,

        @Schema(description = "Skewness of the means", nullable = true)
        Double skewness,

        @Schema(description = "Mean of the distribution, which the means scatter about", nullable = true)
        Double expectedMean,

        @Schema(description = "Standard deviation of the distribution over √sampleSize", nullable = true)
        Double expectedStandardDeviation,

        @Schema(description = "Skewness of the distribution over √sampleSize", nullable = true)
        Double expectedSkewness,

        @Schema(
                description = "Largest distance of the means' distribution function from the normal one",
                nullable = true)
        Double distanceFromNormal,

        @Schema(description = "The seed that gives these samples again")
        long seed,

        @Schema(description = "What to know about the means")
        List<Warning> warnings) {}
