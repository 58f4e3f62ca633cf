package org.mlmath.stats.classification;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;

@Schema(description = "Observations of two classes and the probabilities a classifier gave them")
public record CalibrationRequest(
        @Schema(description = "The class of each observation", examples = "[0, 0, 1, 1]") @NotNull
        Labels actual,

        @Schema(
                description = "The predicted probability of the positive class, from 0 to 1",
                examples = "[0.1, 0.4, 0.35, 0.8]")
        @NotNull
        double[] scores,

        @Schema(description = "Number of bins", minimum = "1", maximum = "1000", defaultValue = "10")
        Integer bins,

        @Schema(description = "Bins of equal width, or with about as many observations each", defaultValue = "uniform")
        BinStrategy strategy,

        @Schema(description = "The positive class; the second of two by default", examples = "1")
        Label positive,

        @Schema(description = "Level of the confidence intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public CalibrationRequest {
        bins = bins == null ? 10 : bins;
        strategy = strategy == null ? BinStrategy.UNIFORM : strategy;
        level = level == null ? 0.95 : level;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        return RocRequest.cost(scores);
    }
}
