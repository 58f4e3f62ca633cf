package org.mlmath.stats.classification;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;

@Schema(description = "What was, and what a classifier said")
public record ConfusionRequest(
        @Schema(description = "The class of each observation", examples = "[1, 0, 1, 1, 0]") @NotNull
        Labels actual,

        @Schema(description = "The class predicted for each, in the same order", examples = "[1, 0, 0, 1, 1]") @NotNull
        Labels predicted,

        @Schema(
                description = "The classes, in the order of the matrix; by default all that occur, ascending",
                examples = "[0, 1]")
        Labels labels,

        @Schema(
                description =
                        "The class that precision, recall and their like are about; of two classes the second by default",
                examples = "1")
        Label positive,

        @Schema(
                description = "Weight of recall against precision in fBeta: so many times as important",
                defaultValue = "1")
        Double beta,

        @Schema(description = "Level of the confidence intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ConfusionRequest {
        beta = beta == null ? 1 : beta;
        level = level == null ? 0.95 : level;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long size = actual == null ? 0 : actual.size();
        return new Cost(2e-5 + size * 2e-7, 16_384 + 32 * size);
    }
}
