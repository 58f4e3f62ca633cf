package org.mlmath.stats.description;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One round of a test for outliers: is the farthest one too far?")
public record OutlierTest(
        @Schema(description = "Where the observation stands in the data")
        int index,

        @Schema(description = "The observation") double value,

        @Schema(description = "Its distance from the mean in standard deviations, of what is left")
        double statistic,

        @Schema(description = "What the statistic must exceed")
        double criticalValue,

        @Schema(
                description =
                        "Probability, were all from one normal distribution, of one at least so far (Bonferroni's bound)")
        double pValue) {}
