package org.mlmath.stats.bayes.comparison;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SuccessesOrSample;

@Schema(description = "What two arms of an experiment have yielded")
public record BayesAbTestRequest(
        @Schema(
                description = "The first arm, often the present state",
                examples = "{\"successes\": 120, \"trials\": 1000}")
        @NotNull
        SuccessesOrSample a,

        @Schema(description = "The second arm, often the change", examples = "{\"successes\": 140, \"trials\": 1000}")
        @NotNull
        SuccessesOrSample b,

        @Schema(
                description =
                        "Whether the observations are trials that succeed or fail, or normally distributed measurements; auto: trials"
                                + " where there are counts or nothing but 0 and 1",
                defaultValue = "auto")
        ArmModel model,

        @Schema(
                description =
                        "The prior of each arm. Default for trials: uniform, {alpha: 1, beta: 1}; for measurements p(mean, variance) = 1/variance, which needs 2 observations",
                examples = "{\"alpha\": 1, \"beta\": 1}",
                nullable = true)
        @Valid
        ArmPrior prior,

        @Schema(
                description = "Differences B - A that do not matter in practice: r for from -r to r, or {lower, upper}",
                examples = "0.005",
                nullable = true)
        Rope rope,

        @Schema(description = "Probability of the credible intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS = 0.03;
    private static final double SECONDS_PER_OBSERVATION = 4e-8;

    public BayesAbTestRequest {
        model = model == null ? ArmModel.AUTO : model;
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        long count = (a == null ? 0 : a.length()) + (b == null ? 0 : b.length());
        return new Cost(SECONDS + count * SECONDS_PER_OBSERVATION, 65_536 + 16 * count);
    }
}
