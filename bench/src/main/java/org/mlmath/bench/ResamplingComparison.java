package org.mlmath.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.mlmath.kit.array.Observations;
import org.mlmath.stats.dependence.CorrelationTestResource;
import org.mlmath.stats.dependence.KendallCorrelationRequest;
import org.mlmath.stats.dependence.SpearmanCorrelationRequest;
import org.mlmath.stats.goodnessoffit.GoodnessOfFitTestResource;
import org.mlmath.stats.goodnessoffit.KolmogorovSmirnovTwoSampleRequest;
import org.mlmath.stats.goodnessoffit.ShapiroWilkRequest;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.rank.KruskalWallisRequest;
import org.mlmath.stats.rank.MannWhitneyRequest;
import org.mlmath.stats.rank.RankTestResource;
import org.mlmath.stats.rank.WilcoxonSignedRankRequest;
import org.mlmath.stats.resampling.BootstrapRequest;
import org.mlmath.stats.resampling.BootstrapStatistic;
import org.mlmath.stats.resampling.PermutationRequest;
import org.mlmath.stats.resampling.ResamplingResource;

/** Resampling beside a straightforward loop, and what tests on ranks cost as whole calls. One thread does all the work. */
final class ResamplingComparison {
    private static final int ROUNDS = 60;
    private static final int CALLS = 20;
    private static final int RESAMPLES = 10_000;

    private static final int FEW = 20;

    private static Object kept;

    private ResamplingComparison() {}

    /** @return Markdown */
    static String report() {
        // Within a pool of one thread, what would be spread over several runs in that thread, whose time is taken.
        try (ForkJoinPool alone = new ForkJoinPool(1)) {
            return alone.submit(() -> bootstrap() + tests()).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bootstrap() {
        double[] data = normal(200, 1);
        double[] millis = Rounds.least(
                ROUNDS,
                0,
                () -> bootstrap(data, BootstrapStatistic.MEAN),
                () -> loop(data),
                () -> bootstrap(data, BootstrapStatistic.MEDIAN),
                () -> bootstrap(data, BootstrapStatistic.STANDARD_DEVIATION));
        return String.format(
                Locale.ROOT,
                """

                ## The bootstrap

                Milliseconds of processor time for 10,000 resamples of 200 values with the BCa interval, the least of some rounds taken in
                turns. The bar is 15 for the mean. *Loop*: indices by `SplittableRandom.nextInt`, a sum, a sort, the percentile interval.

                | statistic | ms |
                | --- | --- |
                | mean | %s |
                | mean, loop | %s |
                | median | %s |
                | standard deviation | %s |
                """,
                Results.shown(millis[0]),
                Results.shown(millis[1]),
                Results.shown(millis[2]),
                Results.shown(millis[3]));
    }

    private static Object bootstrap(double[] data, BootstrapStatistic statistic) {
        DataColumns columns = new DataColumns(DataColumns.Form.VECTOR, List.of("x1"), List.of(data));
        return new ResamplingResource()
                .bootstrap(new BootstrapRequest(
                        columns, null, null, null, statistic, null, null, RESAMPLES, null, null, 1L, null, null, null));
    }

    private static Object loop(double[] data) {
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int i = 0; i < data.length; i++) {
                sum += data[random.nextInt(data.length)];
            }
            means[r] = sum / data.length;
        }
        Arrays.sort(means);
        return new double[] {means[RESAMPLES / 40], means[RESAMPLES - RESAMPLES / 40]};
    }

    private static String tests() {
        StringBuilder report = new StringBuilder("""

                ## Tests on ranks, goodness of fit and permutations

                Microseconds of processor time of whole calls, from request to result, without HTTP: two samples (or pairs) of 20 and of
                1,000 values.

                | test | 20 | 1,000 |
                | --- | --- | --- |
                """);
        double[][] micros = {micros(FEW), micros(1000)};
        String[] names = {
            "Mann-Whitney",
            "Wilcoxon signed rank",
            "Kruskal-Wallis",
            "Spearman",
            "Kendall",
            "Kolmogorov-Smirnov, two samples",
            "Shapiro-Wilk",
            "permutation, all 184,756 of 10 and 10; 10,000 drawn"
        };
        for (int i = 0; i < names.length; i++) {
            report.append(
                    "| %s | %s | %s |%n".formatted(names[i], Results.shown(micros[0][i]), Results.shown(micros[1][i])));
        }
        return report.toString();
    }

    private static double[] micros(int n) {
        Observations a = new Observations(normal(n, 2));
        Observations b = new Observations(normal(n, 3));
        // Of twice ten values all arrangements are looked at.
        Observations tenOfA = new Observations(Arrays.copyOf(a.values(), n == FEW ? 10 : n));
        Observations tenOfB = new Observations(Arrays.copyOf(b.values(), tenOfA.values().length));
        RankTestResource ranks = new RankTestResource();
        CorrelationTestResource correlations = new CorrelationTestResource();
        GoodnessOfFitTestResource fits = new GoodnessOfFitTestResource();
        List<Rounds.Subject> calls = List.of(
                () -> ranks.mannWhitney(new MannWhitneyRequest(a, b, null, null, null, null, null, null, null)),
                () -> ranks.wilcoxonSignedRank(
                        new WilcoxonSignedRankRequest(null, a, b, null, null, null, null, null, null, null, null)),
                () -> ranks.kruskalWallis(new KruskalWallisRequest(List.of(a, b), null, null, null, null)),
                () -> correlations.spearman(new SpearmanCorrelationRequest(a, b, null, null, null, null, null, null)),
                () -> correlations.kendall(
                        new KendallCorrelationRequest(a, b, null, null, null, null, null, null, null)),
                () -> fits.twoSample(new KolmogorovSmirnovTwoSampleRequest(a, b, null, null, null, null, null)),
                () -> fits.shapiroWilk(new ShapiroWilkRequest(a, null, null, null)),
                () -> new ResamplingResource()
                        .permutation(new PermutationRequest(
                                tenOfA, tenOfB, null, null, null, null, null, null, 1L, null, null)));
        double[] millis = Rounds.least(
                ROUNDS / 4,
                0,
                calls.stream().map(ResamplingComparison::repeated).toArray(Rounds.Subject[]::new));
        return Arrays.stream(millis).map(m -> 1000 * m / CALLS).toArray();
    }

    private static Rounds.Subject repeated(Rounds.Subject call) {
        return () -> {
            for (int i = 0; i < CALLS; i++) {
                kept = call.run();
            }
            return kept;
        };
    }

    private static double[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
