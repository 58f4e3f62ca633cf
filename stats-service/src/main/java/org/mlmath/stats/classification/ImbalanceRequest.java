package org.mlmath.stats.classification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Labels;

@Schema(description = "Classes of different frequency, to be weighted or made equally frequent")
public record ImbalanceRequest(
        @Schema(description = "The class of each observation", examples = "[0, 0, 0, 0, 1, 1]") @NotNull
        Labels labels,

        @Schema(
                description = "A row of numbers per observation; needed for smote",
                examples = "[[1, 2], [2, 1], [3, 2], [2, 3], [7, 8], [8, 7]]")
        Matrix features,

        @Schema(description = "What is done", defaultValue = "weights")
        BalancingMethod method,

        @Schema(
                description = "For smote: among how many nearest neighbours one is chosen",
                minimum = "1",
                defaultValue = "5")
        Integer neighbors,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public ImbalanceRequest {
        method = method == null ? BalancingMethod.WEIGHTS : method;
        neighbors = neighbors == null ? 5 : neighbors;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double size = labels == null ? 0 : labels.size();
        double width = features == null ? 0 : features.columns();
        double distances = method == BalancingMethod.SMOTE ? size * size / 4 * (width + 5) * 2e-9 : 0;
        return new Cost(2e-5 + size * (1e-6 + width * 1e-8) + distances, (long) (8192 + size * (100 + 32 * width)));
    }
}
