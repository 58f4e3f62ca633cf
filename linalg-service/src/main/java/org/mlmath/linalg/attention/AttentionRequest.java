package org.mlmath.linalg.attention;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.KernelCost;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Queries that look up values by their keys")
public record AttentionRequest(
        @Schema(description = "Q, n×d: a query per row", examples = "[[1, 0], [0, 1]]") @NotNull
        Matrix queries,

        @Schema(description = "K, m×d: a key per row", examples = "[[1, 0], [0, 1], [1, 1]]") @NotNull
        Matrix keys,

        @Schema(description = "V, m×e: the value of each key", examples = "[[1], [2], [3]]") @NotNull
        Matrix values,

        @Schema(
                description =
                        "n×m, or m for all queries alike: which query may see which key, or what is added to the scores; everything is seen by default",
                examples = "[[true, false, true], [true, true, true]]")
        AttentionMask mask,

        @Schema(
                description = "Hide from query i every key after i, as in a decoder; besides the mask",
                defaultValue = "false")
        Boolean causal,

        @Schema(description = "What the products are multiplied by; 1/√d by default", examples = "1")
        Double scale,

        @Schema(description = "Show the working, for up to 6 queries, keys and dimensions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public AttentionRequest {
        causal = causal != null && causal;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (queries == null || keys == null || values == null) {
            return Cost.SMALL;
        }
        KernelCost cost = Kernels.current().cost();
        double entries = (double) queries.rows() * keys.rows();
        double seconds = cost.multiply(queries.rows(), queries.columns(), keys.rows())
                + cost.multiply(queries.rows(), keys.rows(), values.columns());
        return new Cost(1e-5 + seconds + 1.5e-7 * entries, (long)
                (4096 + 32 * entries + 16.0 * queries.rows() * values.columns() + 8.0 * keys.values().length));
    }
}
