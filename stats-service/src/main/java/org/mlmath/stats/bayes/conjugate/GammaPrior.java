package org.mlmath.stats.bayes.conjugate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A gamma distribution of the Poisson rate; shape or rate 0 is improper")
public record GammaPrior(
        @Schema(
                description = "Shape: events seen before, so to say; not negative",
                defaultValue = "0.5",
                examples = "2")
        Double shape,

        @Schema(
                description = "Rate: exposure seen before, so to say; not negative. Not together with scale",
                defaultValue = "0",
                examples = "1")
        Double rate,

        @Schema(description = "1 / rate, instead of it", nullable = true)
        Double scale) {
    public GammaPrior {
        shape = shape == null ? 0.5 : shape;
    }
}
