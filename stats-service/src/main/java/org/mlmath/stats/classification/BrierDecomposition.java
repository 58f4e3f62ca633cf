package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A. H. Murphy, A new vector partition of the probability score, J. Appl. Meteorol. 12 (1973), 595-600. */
@Schema(description = "What a Brier score is made of, over groups of equal predicted probability")
public record BrierDecomposition(
        @Schema(description = "Mean squared distance of the probability from the rate in its group, 0 at best")
        double reliability,

        @Schema(description = "Mean squared distance of the group's rate from the rate of all, the more the better")
        double resolution,

        @Schema(description = "Variance of the outcomes, whatever was predicted")
        double uncertainty) {}
