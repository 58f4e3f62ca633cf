package org.mlmath.stats.likelihood;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.hypothesis.TestQuestion;

@Schema(description = "Two nested models by their largest log-likelihoods, or a table of counts")
public record LikelihoodRatioRequest(
        @Schema(description = "Of the larger model, at its maximum", examples = "-120.5")
        Double logLikelihood,

        @Schema(
                description = "Of the smaller model, which the null hypothesis takes to be enough, at its maximum",
                examples = "-124.2")
        Double nullLogLikelihood,

        @Schema(description = "How many parameters more the larger model has, positive", examples = "2")
        Double degreesOfFreedom,

        @Schema(
                description = "In place of the three: counts whose rows and columns may be independent (the G test)",
                examples = "[[12, 5], [7, 9]]")
        Matrix table,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        return Cost.SMALL.plus(new Cost(2e-3, 4096));
    }
}
