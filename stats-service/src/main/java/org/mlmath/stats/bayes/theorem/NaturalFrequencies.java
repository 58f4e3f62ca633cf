package org.mlmath.stats.bayes.theorem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How many people of a population fall into each cell; expected counts, not rounded")
public record NaturalFrequencies(
        @Schema(description = "All people") double population,
        @Schema(description = "People with the condition") double withCondition,

        @Schema(description = "People without the condition")
        double withoutCondition,

        @Schema(description = "With the condition and a positive test")
        double truePositives,

        @Schema(description = "With the condition and a negative test")
        double falseNegatives,

        @Schema(description = "Without the condition but with a positive test")
        double falsePositives,

        @Schema(description = "Without the condition and with a negative test")
        double trueNegatives,

        @Schema(description = "The same in a sentence, rounded")
        String sentence) {}
