package org.mlmath.stats.goodnessoffit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.distribution.DistributionChoice;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A sample and a continuous distribution that it may come from")
public record AndersonDarlingRequest(
        @Schema(description = "The observations", examples = "[148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]")
        @NotNull
        Observations data,

        @Schema(
                description =
                        "The distribution under the null hypothesis; without it the normal one with the data's mean and standard deviation")
        @Valid
        DistributionChoice distribution,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS = 2e-5;
    private static final double SECONDS_PER_OBSERVATION = 8e-7;

    public AndersonDarlingRequest {
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(alpha, explain);
    }

    @Override
    public Cost cost() {
        double n = data == null ? 0 : data.values().length;
        return new Cost(SECONDS + n * SECONDS_PER_OBSERVATION, (long) (4096 + 64 * n));
    }
}
