package org.mlmath.stats.description;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A sample to be counted into bins")
public record HistogramRequest(
        @Schema(description = "The observations", examples = "[1.2, 2.4, 2.6, 3.1, 3.3, 4.8]") @NotNull
        Observations data,

        @Schema(
                description =
                        "How many, their edges in ascending order, or a rule: auto, freedman-diaconis, scott, sturges,"
                                + " doane, rice, sqrt",
                examples = {"10", "[0, 1, 2, 5]", "\"scott\""},
                defaultValue = "auto")
        Bins bins,

        @Schema(description = "Lower end of the bins, unless edges are given; the smallest observation by default")
        Double lower,

        @Schema(description = "Upper end of the bins, unless edges are given; the largest observation by default")
        Double upper,

        @Schema(description = "Which of its edges belongs to a bin", defaultValue = "left")
        BinSide closed,

        @Schema(description = "A weight per observation; each counts once by default", examples = "[1, 1, 2, 1, 1, 1]")
        double[] weights,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public HistogramRequest {
        bins = bins == null ? Bins.by(BinRule.AUTO) : bins;
        closed = closed == null ? BinSide.LEFT : closed;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long size = data == null ? 0 : data.values().length;
        return new Cost(1e-5 + size * 2e-7, 500_000 + 24 * size);
    }
}
