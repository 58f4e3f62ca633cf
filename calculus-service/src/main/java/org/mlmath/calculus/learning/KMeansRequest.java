package org.mlmath.calculus.learning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.clustering.KMeans;

@Schema(description = "Data to be parted into clusters")
public record KMeansRequest(
        @Schema(
                description = "The observations, one in each row; a vector is one coordinate",
                examples = "[[1, 1], [1.5, 2], [5, 7], [3.5, 5], [4.5, 5], [3.5, 4.5]]")
        @NotNull
        VectorOrMatrix data,

        @Schema(description = "The number of clusters", examples = "2") @NotNull @Min(1)
        Integer k,

        @Schema(
                description =
                        "Where centroids begin: observations far from each other (k-means++), any observations (random), or the"
                                + " centroids given, a row each",
                defaultValue = "k-means++")
        CentroidStart initialization,

        @Schema(
                description =
                        "How many starts are tried, the best being kept; given centroids are one. 10 by default, fewer where entries"
                                + " times k are beyond a million, down to 1 from ten million",
                examples = "5",
                nullable = true)
        @Min(1)
        @Max(1000)
        Integer starts,

        @Schema(description = "Rounds of a start at most", defaultValue = "300") @Min(0) @Max(100_000)
        Integer maxIterations,

        @Schema(description = "What starts are drawn with; drawn if not given", examples = "1", nullable = true)
        @Min(0)
        @Max(LinearLearningRequest.MOST_ITERATIONS)
        Long seed,

        @Schema(
                description = "Points to assign to the clusters found: rows, values of one coordinate, or one point",
                examples = "[[1, 2], [5, 5]]",
                nullable = true)
        VectorOrMatrix assign,

        @Schema(description = "Whether to show the working; `history` is what there is to show", defaultValue = "false")
        Boolean explain)
        implements Costed {
    /** Of entries and clusters, in a round of all starts together, where their number is left to us. */
    private static final double MOST_PRODUCTS = 1e7;

    public KMeansRequest {
        initialization = initialization == null ? new CentroidStart(KMeans.Start.PLUS_PLUS, null) : initialization;
        if (starts == null) {
            starts = data == null || k == null
                    ? 1
                    : (int) Math.clamp(
                            MOST_PRODUCTS / Math.max(1.0, (double) data.matrix().values().length * k), 1, 10);
        }
        maxIterations = maxIterations == null ? 300 : maxIterations;
    }

    @Override
    public Cost cost() {
        if (data == null || k == null) {
            return Cost.SMALL;
        }
        double entries = data.matrix().values().length;
        // Data in clusters take a few rounds, data without any more the more there are.
        double rounds =
                Math.min(maxIterations + 2.0, 10 + Math.sqrt(data.matrix().rows()));
        double runs = initialization.centroids() == null ? starts : 1;
        double draws = initialization.rule() == KMeans.Start.PLUS_PLUS ? KMeans.draws(k) * (double) k : 0;
        return new Cost(1e-5 + ((2.5e-9 + 3e-10 * k) * rounds + 1e-9 * draws) * entries * runs, (long)
                (16 * entries + 40.0 * data.matrix().rows() + 4e6));
    }
}
