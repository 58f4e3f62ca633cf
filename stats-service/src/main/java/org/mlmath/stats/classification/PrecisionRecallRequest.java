package org.mlmath.stats.classification;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;

@Schema(description = "Observations of two classes and the scores a classifier gave them")
public record PrecisionRecallRequest(
        @Schema(description = "The class of each observation", examples = "[0, 0, 1, 1]") @NotNull
        Labels actual,

        @Schema(description = "A score of each, higher for the positive class", examples = "[0.1, 0.4, 0.35, 0.8]")
        @NotNull
        double[] scores,

        @Schema(description = "The positive class; the second of two by default", examples = "1")
        Label positive,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public PrecisionRecallRequest {
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        return RocRequest.cost(scores);
    }
}
