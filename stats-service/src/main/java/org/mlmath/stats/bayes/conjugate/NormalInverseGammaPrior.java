package org.mlmath.stats.bayes.conjugate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Mean and variance of a normal population: the variance is inverse gamma, and given it the mean is normal with this variance / kappa")
public record NormalInverseGammaPrior(
        @Schema(description = "Prior mean of the mean", examples = "0") @NotNull
        Double mean,

        @Schema(description = "How many observations the prior mean is worth, positive", examples = "1") @NotNull
        Double kappa,

        @Schema(description = "Shape of the inverse gamma distribution of the variance, positive", examples = "2")
        @NotNull
        Double shape,

        @Schema(description = "Scale of the inverse gamma distribution of the variance, positive", examples = "3")
        @NotNull
        Double scale) {}
