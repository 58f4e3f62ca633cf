package org.mlmath.calculus.learning;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Clusters that were found")
public record KMeansResult(
        @Schema(description = "The centroids, a row each", examples = "[[1.25, 1.5], [4.125, 5.375]]")
        Matrix centroids,

        @Schema(description = "The cluster of each observation", examples = "[0, 0, 1, 1, 1, 1]")
        int[] labels,

        @Schema(description = "Sum of the squared distances of observations from their centroids")
        double inertia,

        @Schema(description = "Observations in each cluster", examples = "[2, 4]")
        int[] sizes,

        @Schema(description = "Whether the assignments stood still")
        boolean converged,

        @Schema(description = "Rounds of the best start, that of the starting centroids not counted")
        int iterations,

        @Schema(description = "The rounds of the best start, from the starting centroids to the result")
        List<ClusterRound> history,

        @Schema(description = "The inertia that each start came to")
        double[] inertias,

        @Schema(description = "The nearest cluster of each point to assign", nullable = true)
        int[] assigned,

        @Schema(
                description = "The seed that starts were drawn with; missing where centroids were given",
                nullable = true)
        Long seed,

        @Schema(description = "How good the clusters are") ClusterDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings) {

    @Schema(description = "Centroids and what is nearest to them")
    public record ClusterRound(
            @Schema(description = "Which round, the starting centroids' being 0")
            int iteration,

            @Schema(description = "The centroids, a row each")
            Matrix centroids,

            @Schema(description = "The nearest centroid of each observation")
            int[] labels,

            @Schema(description = "Sum of the squared distances")
            double inertia) {}

    @Schema(description = "How good clusters are")
    public record ClusterDiagnostics(
            @Schema(
                    description = "Part of the total squared distance from the mean that lies between clusters",
                    nullable = true)
            Double explained,

            @Schema(
                    description =
                            "How often a centroid had lost all its observations and was moved to the farthest one")
            int relocated,

            @Schema(description = "Which start was the best, from 0")
            int start) {}
}
