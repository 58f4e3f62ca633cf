package org.mlmath.numerics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.sample.SampleMoments;

class ResamplingTest {
    private static final Estimator MEAN = samples -> Estimators.mean(samples[0]);

    private static Bootstrap bootstrap(double[] data, Estimator estimator, long seed) {
        return new Bootstrap(new double[][] {data}, false, estimator, seed);
    }

    private static double[] exponential(int n) {
        return new SplittableRandom(5).doubles(n).map(u -> -Math.log(u)).toArray();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        double[] data = exponential(200);
        double[] alone = bootstrap(data, MEAN, 3).distribution(5000, Deadline.none());
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool five = new ForkJoinPool(5)) {
            for (ForkJoinPool pool : List.of(one, five)) {
                double[] values = pool.submit(() -> bootstrap(data, MEAN, 3).distribution(5000, Deadline.none()))
                        .get();
                assertThat(values).containsExactly(alone);
            }
        }
        assertThat(bootstrap(data, MEAN, 4).distribution(5000, Deadline.none())).isNotEqualTo(alone);
    }

    /** The bootstrap variance of a mean is known: the sample's with divisor n, over n. */
    @Test
    void theStandardErrorOfAMeanIsTheKnownOne() {
        double[] data = exponential(50);
        double[] values = bootstrap(data, MEAN, 1).distribution(200_000, Deadline.none());
        double known = SampleMoments.of(data).standardDeviation() * Math.sqrt(49.0 / 50) / Math.sqrt(50);
        assertThat(Math.sqrt(Estimators.variance(values))).isCloseTo(known, Percentage.withPercentage(1));
        assertThat(Estimators.mean(values))
                .isCloseTo(Estimators.mean(data), Offset.offset(4 * known / Math.sqrt(200_000)));
    }

    @Property(tries = 20)
    void indicesAreUniform(@ForAll @IntRange(min = 2, max = 300) int bound, @ForAll long seed) {
        int[] indices = new int[bound * 400 + 1];
        new RandomIndices(seed, 7).fill(indices, bound);
        double[] counts = new double[bound];
        for (int index : indices) {
            counts[index]++;
        }
        double chiSquare = 0;
        for (double count : counts) {
            chiSquare += (count - 400) * (count - 400) / 400;
        }
        // Mean bound − 1, standard deviation √(2(bound − 1)).
        assertThat(chiSquare).isLessThan(bound - 1 + 6 * Math.sqrt(2.0 * bound) + 12);
    }

    @Property(tries = 100)
    void selectedValuesAreThoseSorted(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> values,
            @ForAll @DoubleRange(min = 0, max = 1) double p) {
        double[] x = values.stream().mapToDouble(v -> v).toArray();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < x.length; k++) {
            assertThat(Selection.kth(x.clone(), k)).isEqualTo(sorted[k]);
        }
        double position = p * (x.length - 1);
        int k = (int) position;
        double expected = sorted[k] + (position - k) * (sorted[Math.min(k + 1, x.length - 1)] - sorted[k]);
        assertThat(Estimators.quantile(x, p)).isCloseTo(expected, Offset.offset(1e-12));
    }

    /** Of a mean, the acceleration is a sixth of the skewness over √n. */
    @Property(tries = 30)
    void theAccelerationOfAMeanComesFromItsSkewness(
            @ForAll @Size(min = 3, max = 60) List<@DoubleRange(min = -5, max = 9) Double> values) {
        double[] x = values.stream().mapToDouble(v -> v).toArray();
        double skewness = SampleMoments.of(x).skewness();
        if (Double.isNaN(skewness)) {
            return;
        }
        assertThat(bootstrap(x, MEAN, 1).acceleration(Deadline.none()))
                .isCloseTo(skewness / (6 * Math.sqrt(x.length)), Offset.offset(1e-8));
    }

    @Test
    void ofManyObservationsTheAccelerationComesFromGroups() {
        double[] data = exponential(20_000);
        double known = SampleMoments.of(data).skewness() / (6 * Math.sqrt(20_000));
        assertThat(bootstrap(data, MEAN, 1).acceleration(Deadline.none())).isCloseTo(known, Offset.offset(0.3 * known));
    }

    @Test
    void aSymmetricDistributionHasTheSameIntervalByAllMethods() {
        double[] sorted = new double[2001];
        Arrays.setAll(sorted, i -> 0.001 * (i - 1000));
        BootstrapInterval percentile = BootstrapInterval.percentile(sorted, 0.9);
        assertThat(percentile.lower()).isCloseTo(-0.9, Offset.offset(1e-12));
        BootstrapInterval basic = BootstrapInterval.basic(sorted, 0, 0.9);
        BootstrapInterval accelerated = BootstrapInterval.accelerated(sorted, 0, 0, 0.9);
        for (BootstrapInterval interval : List.of(basic, accelerated)) {
            assertThat(interval.lower()).isCloseTo(percentile.lower(), Offset.offset(1e-12));
            assertThat(interval.upper()).isCloseTo(percentile.upper(), Offset.offset(1e-12));
        }
    }

    @Test
    void anEstimateOutsideOfItsDistributionHasNoAcceleratedInterval() {
        double[] sorted = {1, 2, 3, 4};
        assertThat(BootstrapInterval.accelerated(sorted, 5, 0, 0.9).defined()).isFalse();
        assertThat(BootstrapInterval.accelerated(sorted, 2.5, Double.NaN, 0.9).defined())
                .isFalse();
        assertThat(BootstrapInterval.accelerated(sorted, 2.5, 0, 0.9).defined()).isTrue();
    }

    /** Of a mean with its own standard error, the studentized bootstrap is nearly Student's in normal samples. */
    @Test
    void studentizedMeansOfNormalSamplesFollowStudent() {
        SplittableRandom random = new SplittableRandom(2);
        double[] data = new double[400];
        Arrays.setAll(data, i -> random.nextGaussian());
        Bootstrap.Studentized found = bootstrap(data, MEAN, 9)
                .studentized(20_000, s -> Math.sqrt(Estimators.variance(s[0]) / s[0].length), 0, Deadline.none());
        double mean = Estimators.mean(data);
        double[] t = new double[found.values().length];
        Arrays.setAll(t, i -> (found.values()[i] - mean) / found.standardErrors()[i]);
        assertThat(Math.sqrt(Estimators.variance(t))).isCloseTo(1, Offset.offset(0.03));
        Bootstrap.Studentized inner = bootstrap(data, MEAN, 9).studentized(200, null, 50, Deadline.none());
        assertThat(inner.values()).hasSize(200);
        assertThat(Estimators.mean(inner.standardErrors())).isCloseTo(0.05, Offset.offset(0.005));
    }

    @Property(tries = 20)
    void randomArrangementsComeNearAllOfThem(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 9) Integer> x,
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 9) Integer> y,
            @ForAll PermutationTest.Exchange exchange) {
        int n = Math.min(x.size(), y.size());
        boolean pairs = exchange != PermutationTest.Exchange.MEMBERSHIP;
        double[] a = x.stream().mapToDouble(v -> v).limit(pairs ? n : 6).toArray();
        double[] b = y.stream().mapToDouble(v -> v).limit(pairs ? n : 6).toArray();
        Estimator statistic = exchange == PermutationTest.Exchange.PAIRING
                ? s -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += s[0][i] * s[1][i];
                    }
                    return sum;
                }
                : s -> Estimators.mean(s[0]) - Estimators.mean(s[1]);
        PermutationTest test = new PermutationTest(a, b, exchange, statistic);
        PermutationTest.Outcome all = test.exact(Deadline.none());
        PermutationTest.Outcome some = test.random(20_000, 3, Deadline.none());
        assertThat(all.less() + all.greater()).isGreaterThan(1);
        // Five standard errors.
        assertThat(some.less()).isCloseTo(all.less(), Offset.offset(5 * 0.5 / Math.sqrt(20_000)));
        assertThat(some.greater()).isCloseTo(all.greater(), Offset.offset(5 * 0.5 / Math.sqrt(20_000)));
        assertThat(some.statistic()).isEqualTo(all.statistic());
    }

    @Test
    void theDeadlineEndsResampling() {
        Deadline past = Deadline.in(Duration.ZERO);
        double[] data = exponential(5000);
        assertThatThrownBy(() -> bootstrap(data, MEAN, 1).distribution(100_000, past))
                .isInstanceOf(DeadlineExceededException.class);
        assertThatThrownBy(() -> bootstrap(data, MEAN, 1).acceleration(past))
                .isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void estimatorsAreThoseOfTheTextbook() {
        double[] x = {1, 2, 3, 4, 10};
        assertThat(Estimators.trimmedMean(x.clone(), 0.2)).isEqualTo(3);
        assertThat(Estimators.interquartileRange(x.clone())).isEqualTo(2);
        assertThat(Estimators.medianAbsoluteDeviation(x.clone())).isCloseTo(1.482602218505602, Offset.offset(1e-15));
        assertThat(Estimators.skewness(x)).isCloseTo(SampleMoments.of(x).skewness(), Offset.offset(1e-13));
        assertThat(Estimators.excessKurtosis(x)).isCloseTo(SampleMoments.of(x).excessKurtosis(), Offset.offset(1e-13));
        assertThat(Estimators.correlation(x, new double[] {5, 5, 5, 5, 5})).isNaN();
        assertThat(Estimators.rankCorrelation(x, new double[] {1, 4, 9, 16, 100}))
                .isCloseTo(1, Offset.offset(1e-15));
        assertThat(Estimators.standardizedDifference(new double[] {1, 3}, new double[] {5, 7}))
                .isCloseTo(-4 / Math.sqrt(2), Offset.offset(1e-14));
    }
}
