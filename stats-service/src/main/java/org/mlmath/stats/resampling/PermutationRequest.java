package org.mlmath.stats.resampling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "Two samples, or pairs, and the statistic in which they may differ from what chance would do")
public record PermutationRequest(
        @Schema(description = "The first sample, or the first of each pair", examples = "[12.1, 14.9, 13.3, 15.8]")
        @NotNull
        Observations a,

        @Schema(
                description = "The second sample, or the second of each pair",
                examples = "[10.2, 11.5, 12.6, 9.9, 11.1]")
        @NotNull
        Observations b,

        @Schema(
                description =
                        "Whether a and b are pairs, whose members may be exchanged; correlations always are of pairs",
                defaultValue = "false")
        Boolean paired,

        @Schema(description = "The test statistic", defaultValue = "difference-of-means")
        PermutationStatistic statistic,

        @Schema(
                description = "The alternative hypothesis: on which side of no effect the statistic lies",
                defaultValue = "two-sided")
        Alternative alternative,

        @Schema(description = "Level of significance, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(
                description = "Over all arrangements, or over some drawn at random; auto is exact up to 200,000",
                defaultValue = "auto")
        PermutationMethod method,

        @Schema(
                description = "How many arrangements are drawn where not all are looked at, up to 1,000,000",
                defaultValue = "10000")
        @Min(10)
        @Max(1_000_000)
        Integer resamples,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS = 5e-5;
    private static final double SECONDS_PER_VALUE = 3e-8;

    public PermutationRequest {
        statistic = statistic == null ? PermutationStatistic.DIFFERENCE_OF_MEANS : statistic;
        paired = Boolean.TRUE.equals(paired);
        method = method == null ? PermutationMethod.AUTO : method;
        resamples = resamples == null ? 10_000 : resamples;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    TestQuestion question() {
        return TestQuestion.of(0.0, alternative, alpha, explain);
    }

    @Override
    public Cost cost() {
        double n = (a == null ? 0 : a.values().length) + (b == null ? 0 : b.values().length);
        double arrangements =
                switch (method) {
                    case MONTE_CARLO -> resamples;
                    case AUTO -> Math.max(resamples, PermutationComparison.MOST_BY_DEFAULT);
                    case EXACT -> PermutationComparison.MOST;
                };
        double possible = Math.pow(2, Math.min(60, n));
        return new Cost(SECONDS + Math.min(arrangements, Math.max(resamples, possible)) * n * SECONDS_PER_VALUE, (long)
                (8192 + 64 * n + 8 * arrangements));
    }
}
