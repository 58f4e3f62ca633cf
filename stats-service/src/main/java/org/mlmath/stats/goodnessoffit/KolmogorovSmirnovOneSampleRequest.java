package org.mlmath.stats.goodnessoffit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.distribution.DistributionChoice;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A sample and a continuous distribution that it may come from")
public record KolmogorovSmirnovOneSampleRequest(
        @Schema(description = "The observations", examples = "[0.61, 0.29, 0.06, 0.59, -1.73, -0.74, 0.51]") @NotNull
        Observations data,

        @Schema(description = "The distribution under the null hypothesis") @NotNull @Valid
        DistributionChoice distribution,

        @Schema(
                description =
                        "Which distance counts: of the empirical distribution function from the other one, above it (greater), or below it (less)",
                defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description =
                        "By the distribution of the statistic for so many observations, or by its limit; auto is exact",
                defaultValue = "auto")
        TestMethod method,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS = 1e-3;
    private static final double SECONDS_PER_OBSERVATION = 1e-6;
    private static final double LARGE = 50_000;

    public KolmogorovSmirnovOneSampleRequest {
        method = method == null ? TestMethod.AUTO : method;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(Double.NaN, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        double n = data == null ? 0 : data.values().length;
        double matrix = method == TestMethod.ASYMPTOTIC || n >= LARGE ? 0 : 3e-8 * n * Math.sqrt(n);
        return new Cost(SECONDS + n * SECONDS_PER_OBSERVATION + matrix, (long) (8192 + 32 * n));
    }
}
