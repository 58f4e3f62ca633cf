package org.mlmath.stats.bayes.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "The prior of either arm. Trials: Beta(alpha, beta). Measurements: the variance is inverse gamma with shape and scale,"
                        + " and given it the mean is normal about `mean` with this variance / kappa")
public record ArmPrior(
        @Schema(description = "Successes seen before, so to say; positive", examples = "1", nullable = true)
        Double alpha,

        @Schema(description = "Failures seen before, so to say; positive", examples = "1", nullable = true)
        Double beta,

        @Schema(description = "Prior mean of the measurements' mean", nullable = true)
        Double mean,

        @Schema(description = "How many observations the prior mean is worth; positive", nullable = true)
        Double kappa,

        @Schema(description = "Shape of the inverse gamma prior of the variance; positive", nullable = true)
        Double shape,

        @Schema(description = "Scale of the inverse gamma prior of the variance; positive", nullable = true)
        Double scale) {
    boolean ofTrials() {
        return alpha != null || beta != null;
    }

    boolean ofMeasurements() {
        return mean != null || kappa != null || shape != null || scale != null;
    }
}
