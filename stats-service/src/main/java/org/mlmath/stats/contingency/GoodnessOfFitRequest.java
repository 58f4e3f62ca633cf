package org.mlmath.stats.contingency;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.TestQuestion;

@Schema(description = "Counts of the categories of a sample, compared with what a hypothesis expects")
public record GoodnessOfFitRequest(
        @Schema(description = "How many observations fell into each category", examples = "[18, 22, 20, 15, 25]")
        @NotNull
        double[] observed,

        @Schema(
                description =
                        "Probabilities of the categories, or expected counts with the same total as the observed ones; all equal by default",
                examples = "[0.2, 0.2, 0.2, 0.2, 0.2]")
        double[] expected,

        @Schema(
                description = "Probabilities of the categories, by a name that says so; never together with expected",
                examples = "[0.1, 0.2, 0.4, 0.2, 0.1]")
        double[] probabilities,

        @Schema(
                description = "How many parameters of the expected distribution were estimated from these data",
                defaultValue = "0")
        @Min(0)
        Integer estimatedParameters,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public GoodnessOfFitRequest {
        estimatedParameters = estimatedParameters == null ? 0 : estimatedParameters;
    }

    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        return Cost.SMALL.plus(new Cost(2e-3, 64L * observed.length));
    }
}
