package org.mlmath.stats.bayes.conjugate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A normal distribution of the mean")
public record NormalPrior(
        @Schema(description = "Prior mean", examples = "0") @NotNull
        Double mean,

        @Schema(description = "Prior standard deviation, positive", examples = "10") @NotNull
        Double standardDeviation) {}
