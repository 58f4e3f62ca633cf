package org.mlmath.stats.bayes.conjugate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "What is known of another parameter")
public record ParameterSummary(
        @Schema(description = "Posterior mean; null where there is none", nullable = true)
        Double mean,

        @Schema(description = "Posterior variance; null where there is none", nullable = true)
        Double variance,

        @Schema(description = "Posterior standard deviation; null where there is none", nullable = true)
        Double standardDeviation,

        @Schema(description = "Posterior median") double median,

        @Schema(
                description = "Where the posterior density is largest; null where there is no such place",
                nullable = true)
        Double mode,

        @Schema(description = "Equal-tailed interval at the level")
        Interval credibleInterval,

        @Schema(
                description =
                        "The shortest interval at the level; null where the region of highest density is in two parts",
                nullable = true)
        Interval highestDensityInterval,

        @Schema(description = "The region of highest density: one interval, or two of a U-shaped posterior")
        List<Interval> highestDensityRegion) {}
