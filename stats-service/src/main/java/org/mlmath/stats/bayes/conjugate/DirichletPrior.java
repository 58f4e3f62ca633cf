package org.mlmath.stats.bayes.conjugate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A Dirichlet distribution of the categories' probabilities")
public record DirichletPrior(
        @Schema(
                description = "One per category, not negative: how often it was seen before, so to say. 0 is improper",
                examples = "[1, 1, 1]")
        double[] concentrations) {}
