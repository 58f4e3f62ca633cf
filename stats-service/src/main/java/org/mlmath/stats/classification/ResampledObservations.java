package org.mlmath.stats.classification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Label;

@Schema(description = "Observations among which all classes are equally frequent")
public record ResampledObservations(
        @Schema(description = "The class of each observation")
        List<Label> labels,

        @Schema(description = "A row per observation", nullable = true)
        Matrix features,

        @Schema(
                description =
                        "Which observation of the request each one is, or lies nearest to: the one smote started from")
        int[] indices,

        @Schema(description = "How many, at the end, are new")
        int added) {}
