package org.mlmath.stats.description;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Data to be summarized, column by column")
public record DescribeRequest(
        @Schema(
                description = "A vector, a matrix with an observation per row, or columns by name",
                examples = {"[2, 4, 4, 5, 7]", "{\"height\": [1.7, 1.8, null], \"weight\": [60, 72, 80]}"})
        @NotNull
        DataColumns data,

        @Schema(description = "A weight per observation; each counts once by default", examples = "[1, 2, 2, 1, 1]")
        double[] weights,

        @Schema(
                description = "What weights mean: how often each was observed, or how much each is to be relied on",
                defaultValue = "frequency")
        WeightKind weightKind,

        @Schema(
                description = "Variances are divided by the number of observations minus this",
                minimum = "0",
                defaultValue = "1")
        Double ddof,

        @Schema(
                description = "Definition of the quartiles, 1 to 9 as in Hyndman and Fan (1996)",
                minimum = "1",
                maximum = "9",
                defaultValue = "7")
        Integer quantileType,

        @Schema(description = "Whether missing values are refused or left out of their column", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    /** Sorting takes most of it. */
    private static final double SECONDS_PER_VALUE = 3e-7;

    public DescribeRequest {
        weightKind = weightKind == null ? WeightKind.FREQUENCY : weightKind;
        ddof = ddof == null ? 1 : ddof;
        quantileType = quantileType == null ? 7 : quantileType;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long entries = data == null ? 0 : data.entries();
        return new Cost(5e-6 + entries * SECONDS_PER_VALUE, 8192 + 40 * entries);
    }
}
