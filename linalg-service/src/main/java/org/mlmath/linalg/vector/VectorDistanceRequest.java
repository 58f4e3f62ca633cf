package org.mlmath.linalg.vector;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Two vectors, how far apart")
public record VectorDistanceRequest(
        @Schema(description = "a, n entries", examples = "[1, 2]") @NotNull
        double[] a,

        @Schema(description = "b, n entries", examples = "[4, 6]") @NotNull
        double[] b,

        @Schema(
                description =
                        "`euclidean`: √Σ(aᵢ − bᵢ)²; `manhattan`: Σ|aᵢ − bᵢ|; `chebyshev`: max|aᵢ − bᵢ|; `cosine`: 1 minus the cosine of the"
                                + " angle; `minkowski`: (Σ|aᵢ − bᵢ|ᵖ)^(1/p)",
                defaultValue = "euclidean")
        DistanceMetric metric,

        @Schema(
                description =
                        "With `minkowski`: p, a number that is not negative, or \"inf\"; 2 when absent. Other metrics have none",
                nullable = true)
        NormOrder p,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public VectorDistanceRequest {
        metric = metric == null ? DistanceMetric.EUCLIDEAN : metric;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return VectorCost.of(a, b);
    }
}
