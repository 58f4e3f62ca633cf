package org.mlmath.stats.bayes.theorem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What one piece of evidence changed")
public record EvidenceUpdate(
        @Schema(description = "Probability of this piece of evidence, given those before it")
        double evidence,

        @Schema(description = "Probabilities of the hypotheses after it")
        double[] posteriors) {}
