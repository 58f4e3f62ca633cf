package org.mlmath.stats.dependence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Variables whose correlations are wanted: data, or x and y")
public record CorrelationRequest(
        @Schema(
                description = "A matrix with an observation per row, or columns by name",
                examples = "[[1, 2.1], [2, 3.9], [3, 6.2], [4, 7.7]]")
        DataColumns data,

        @Schema(description = "In place of data: the first of two variables", examples = "[1, 2, 3, 4]")
        Observations x,

        @Schema(
                description = "The second of two variables, observed together with x",
                examples = "[2.1, 3.9, 6.2, 7.7]")
        Observations y,

        @Schema(description = "Which coefficient", defaultValue = "pearson")
        CorrelationMethod method,

        @Schema(description = "Level of the confidence intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description = "Whether missing values are refused or their observations left out",
                defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public CorrelationRequest {
        method = method == null ? CorrelationMethod.PEARSON : method;
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long[] shape = PairedColumns.shape(data, x);
        double entries = (double) shape[0] * shape[1];
        double squares = (double) shape[1] * shape[1];
        double perEntry = method == CorrelationMethod.KENDALL ? shape[1] * 1e-7 : shape[1] * 2e-10;
        return new Cost(
                1e-5 + entries * (3e-7 + perEntry) + squares * 1e-7, (long) (8192 + 64 * entries + 64 * squares));
    }
}
