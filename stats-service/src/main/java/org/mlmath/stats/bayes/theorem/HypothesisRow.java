package org.mlmath.stats.bayes.theorem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A row of the table: prior times likelihood, over the evidence, is the posterior")
public record HypothesisRow(
        @Schema(description = "Name of the hypothesis, or its number from 0")
        String hypothesis,

        @Schema(description = "Probability before the evidence")
        double prior,

        @Schema(description = "Probability (or density) of all the evidence under the hypothesis")
        double likelihood,

        @Schema(description = "Prior times likelihood") double joint,

        @Schema(description = "Probability after the evidence")
        double posterior) {}
