package org.mlmath.stats.bayes.conjugate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A beta distribution of the rate; 0 for either parameter is improper")
public record BetaPrior(
        @Schema(description = "Successes seen before, so to say; not negative", defaultValue = "1", examples = "1")
        Double alpha,

        @Schema(description = "Failures seen before, so to say; not negative", defaultValue = "1", examples = "1")
        Double beta) {
    public BetaPrior {
        alpha = alpha == null ? 1 : alpha;
        beta = beta == null ? 1 : beta;
    }
}
