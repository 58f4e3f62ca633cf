package org.mlmath.stats.dependence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Variables whose covariances are wanted: data, or x and y")
public record CovarianceRequest(
        @Schema(
                description = "A matrix with an observation per row, or columns by name",
                examples = "[[1, 2.1], [2, 3.9], [3, 6.2]]")
        DataColumns data,

        @Schema(description = "In place of data: the first of two variables", examples = "[1, 2, 3]")
        Observations x,

        @Schema(description = "The second of two variables, observed together with x", examples = "[2.1, 3.9, 6.2]")
        Observations y,

        @Schema(
                description = "Sums of products are divided by the number of observations minus this",
                minimum = "0",
                defaultValue = "1")
        Double ddof,

        @Schema(
                description =
                        "How far the matrix is drawn towards a multiple of the identity, which helps where there are many"
                                + " variables and few observations: from 0 to 1, or by a rule",
                examples = {"0.1", "\"ledoit-wolf\""},
                defaultValue = "none")
        Shrinkage shrinkage,

        @Schema(
                description = "Whether missing values are refused or their observations left out",
                defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public CovarianceRequest {
        ddof = ddof == null ? 1 : ddof;
        shrinkage = shrinkage == null ? new Shrinkage(null, ShrinkageRule.NONE) : shrinkage;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long[] shape = PairedColumns.shape(data, x);
        double entries = (double) shape[0] * shape[1];
        double squares = (double) shape[1] * shape[1];
        return new Cost(1e-5 + entries * (1e-7 + shape[1] * 2e-10) + squares * 1e-8, (long)
                (8192 + 32 * entries + 40 * squares));
    }
}
