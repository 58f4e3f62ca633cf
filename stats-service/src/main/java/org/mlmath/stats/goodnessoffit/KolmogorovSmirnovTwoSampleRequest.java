package org.mlmath.stats.goodnessoffit;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Two independent samples that may come from different distributions")
public record KolmogorovSmirnovTwoSampleRequest(
        @Schema(description = "The first sample", examples = "[0.61, 0.29, 0.06, 0.59, -1.73]") @NotNull
        Observations a,

        @Schema(description = "The second sample", examples = "[1.21, 0.98, 1.74, 0.55]") @NotNull
        Observations b,

        @Schema(
                description =
                        "Which distance counts: of the empirical distribution functions, that of a above b's (greater; its values are the smaller ones), or below (less)",
                defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description =
                        "Exactly over all assignments of the values to the samples, also with ties, or by the limit; auto is exact up to 20,000,000 pairs",
                defaultValue = "auto")
        TestMethod method,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS = 2e-5;
    private static final double SECONDS_PER_OBSERVATION = 2e-7;
    private static final double SECONDS_PER_PAIR = 5e-9;

    public KolmogorovSmirnovTwoSampleRequest {
        method = method == null ? TestMethod.AUTO : method;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(Double.NaN, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        double m = a == null ? 0 : a.values().length;
        double n = b == null ? 0 : b.values().length;
        double pairs = Math.min(KolmogorovSmirnov.MOST_PAIRS, m * n);
        boolean exact = method == TestMethod.EXACT
                || (method == TestMethod.AUTO && m * n <= KolmogorovSmirnov.MOST_PAIRS_BY_DEFAULT);
        return new Cost(SECONDS + (m + n) * SECONDS_PER_OBSERVATION + (exact ? pairs * SECONDS_PER_PAIR : 0), (long)
                (8192 + 32 * (m + n)));
    }
}
