package org.mlmath.stats.experiment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.bayes.comparison.ArmPrior;
import org.mlmath.stats.bayes.comparison.Rope;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SuccessesOrSample;

@Schema(description = "What two arms of an experiment have yielded, and what is to be decided by it")
public record AbTestRequest(
        @Schema(
                description = "The first arm, the present state: successes and trials, observations, or their summary",
                examples = "{\"successes\": 480, \"trials\": 5000}")
        @NotNull
        SuccessesOrSample a,

        @Schema(description = "The second arm, the change", examples = "{\"successes\": 560, \"trials\": 5010}")
        @NotNull
        SuccessesOrSample b,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description = "The prior of each arm for the Bayesian reading; uniform by default",
                examples = "{\"alpha\": 1, \"beta\": 1}")
        @Valid
        ArmPrior prior,

        @Schema(
                description = "Differences B - A that do not matter in practice: r for from -r to r, or {lower, upper}",
                examples = "0.002")
        Rope rope,

        @Schema(
                description = "The probability with which the effect is to be found, for the sample size required",
                defaultValue = "0.8")
        Double power,

        @Schema(
                description =
                        "The difference B - A worth finding, for the sample size required; by default the one observed",
                examples = "0.01")
        Double minimumEffect,

        @Schema(
                description = "The share of all observations that was to fall to a, strictly between 0 and 1",
                defaultValue = "0.5")
        Double expectedShare,

        @Schema(description = "How many observations per arm were planned before looking", examples = "5000")
        Long plannedSize,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public AbTestRequest {
        alpha = alpha == null ? 0.05 : alpha;
        power = power == null ? 0.8 : power;
        expectedShare = expectedShare == null ? 0.5 : expectedShare;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        return new Cost(0.04 + 8e-8 * ((a == null ? 0 : a.length()) + (b == null ? 0 : b.length())), 65_536);
    }
}
