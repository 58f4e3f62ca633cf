package org.mlmath.stats.resampling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "One sample, as data, or two, as a and b (or two columns of data), and a statistic of them")
public record BootstrapRequest(
        @Schema(
                description =
                        "The observations of one sample; for statistics of two samples, two columns observed together",
                examples = "[5.1, 4.9, 5.6, 5.8, 5.2, 5.5]")
        DataColumns data,

        @Schema(description = "The first of two samples", examples = "[12.1, 11.4, 13.2]")
        Observations a,

        @Schema(description = "The second of two samples", examples = "[11.8, 11.6, 12.5, 12.0]")
        Observations b,

        @Schema(
                description = "Whether a and b are pairs, drawn together; correlations always are, columns of data too",
                defaultValue = "false")
        Boolean paired,

        @Schema(
                description =
                        "What the interval is for; by default the mean of one sample, the difference of the means of two",
                defaultValue = "mean")
        BootstrapStatistic statistic,

        @Schema(description = "The probability whose quantile is meant, strictly between 0 and 1", defaultValue = "0.5")
        Double probability,

        @Schema(
                description =
                        "The share of observations that a trimmed mean leaves out at either end, from 0 to below 0.5",
                defaultValue = "0.1")
        Double trim,

        @Schema(description = "How many resamples are drawn, up to 1,000,000", defaultValue = "10000")
        @Min(10)
        @Max(1_000_000)
        Integer resamples,

        @Schema(description = "Level of the confidence interval, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "How the interval is read from the bootstrap distribution", defaultValue = "bca")
        BootstrapMethod method,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(
                description = "Whether to return the statistic of every resample, in ascending order",
                defaultValue = "false")
        Boolean samples,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    /** Resamples of each resample where a standard error has no formula. */
    static final int INNER = 50;

    private static final double SECONDS = 5e-5;
    private static final double SECONDS_PER_RESAMPLE = 2e-7;

    public BootstrapRequest {
        if (statistic == null) {
            statistic = a != null && b != null ? BootstrapStatistic.DIFFERENCE_OF_MEANS : BootstrapStatistic.MEAN;
        }
        paired = Boolean.TRUE.equals(paired);
        probability = probability == null ? 0.5 : probability;
        trim = trim == null ? 0.1 : trim;
        resamples = resamples == null ? 10_000 : resamples;
        level = level == null ? 0.95 : level;
        method = method == null ? BootstrapMethod.BCA : method;
        samples = Boolean.TRUE.equals(samples);
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double n = data != null
                ? data.entries()
                : (a == null ? 0 : a.values().length) + (b == null ? 0 : b.values().length);
        double perDraw =
                switch (statistic) {
                    case MEAN, DIFFERENCE_OF_MEANS, RATIO_OF_MEANS -> 4e-9;
                    case TRIMMED_MEAN -> 3e-8;
                    case SPEARMAN_CORRELATION -> 1.2e-7;
                    default -> 1.2e-8;
                };
        boolean formula = statistic == BootstrapStatistic.MEAN || statistic == BootstrapStatistic.DIFFERENCE_OF_MEANS;
        double rounds = method == BootstrapMethod.STUDENTIZED ? formula ? 3 : 1 + INNER : 1;
        double jackknife = method == BootstrapMethod.BCA ? Math.min(n, 1000) * n * 2 * perDraw : 0;
        return new Cost(SECONDS + resamples * (SECONDS_PER_RESAMPLE + rounds * n * perDraw) + jackknife, (long)
                (8192 + 64 * n + 32.0 * resamples));
    }
}
