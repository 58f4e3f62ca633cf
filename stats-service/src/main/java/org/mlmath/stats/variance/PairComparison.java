package org.mlmath.stats.variance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "Two groups compared")
public record PairComparison(
        @Schema(description = "Indices i < j of the groups") int[] groups,

        @Schema(description = "Mean of group i minus mean of group j")
        double estimate,

        @Schema(description = "Simultaneous confidence interval: with probability 1 - alpha all of them are right")
        Interval confidenceInterval,

        @Schema(description = "The difference in units of its studentized range")
        double statistic,

        @Schema(description = "Adjusted for all comparisons")
        double pValue,

        @Schema(description = "Whether the p-value is at most alpha")
        boolean rejectNull) {}
