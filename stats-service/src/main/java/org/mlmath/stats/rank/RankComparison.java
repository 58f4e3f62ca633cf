package org.mlmath.stats.rank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Two groups compared by their mean ranks")
public record RankComparison(
        @Schema(description = "Indices i < j of the groups") int[] groups,

        @Schema(description = "Mean rank of group i minus mean rank of group j, among all observations")
        double estimate,

        @Schema(description = "The difference over its standard error, nearly standard normal")
        double statistic,

        @Schema(description = "Two-sided, of this comparison alone")
        double unadjustedPValue,

        @Schema(description = "Adjusted for all comparisons by Holm's method")
        double pValue,

        @Schema(description = "Whether the adjusted p-value is at most alpha")
        boolean rejectNull) {}
