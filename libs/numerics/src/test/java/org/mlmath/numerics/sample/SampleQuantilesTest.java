package org.mlmath.numerics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class SampleQuantilesTest {
    private static double[] sample(int size, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return random.doubles(size, -5, 5).map(x -> Math.rint(4 * x) / 4).toArray();
    }

    @Property(tries = 200)
    void quantilesRiseWithTheProbabilityFromTheLeastToTheLargest(
            @ForAll @IntRange(min = 1, max = 20) int size,
            @ForAll @IntRange(min = 1, max = 9) int type,
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll @DoubleRange(min = 0, max = 1) double q,
            @ForAll long seed) {
        double[] data = sample(size, seed);
        SampleQuantiles quantiles = SampleQuantiles.of(data);
        assertThat(quantiles.at(Math.min(p, q), type)).isLessThanOrEqualTo(quantiles.at(Math.max(p, q), type));
        assertThat(quantiles.at(0, type)).isEqualTo(Arrays.stream(data).min().getAsDouble());
        assertThat(quantiles.at(1, type)).isEqualTo(Arrays.stream(data).max().getAsDouble());
    }

    @Property(tries = 200)
    void integerWeightsAreRepetitions(
            @ForAll @IntRange(min = 1, max = 12) int size,
            @ForAll @IntRange(min = 1, max = 9) int type,
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll long seed) {
        double[] data = sample(size, seed);
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> (i * 7 + Math.floorMod(seed, 5)) % 4);
        weights[0] = 2;
        double[] repeated = IntStream.range(0, size)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, (int) weights[i]).mapToDouble(k -> data[i]))
                .toArray();
        assertThat(SampleQuantiles.of(data, weights).at(p, type))
                .isCloseTo(SampleQuantiles.of(repeated).at(p, type), Offset.offset(1e-12));
    }

    @Property(tries = 200)
    void theShareUpToTheFirstTypeOfQuantileIsAtLeastTheProbability(
            @ForAll @IntRange(min = 1, max = 30) int size,
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll long seed) {
        SampleQuantiles quantiles = SampleQuantiles.of(sample(size, seed));
        double q = quantiles.at(p, 1);
        assertThat(quantiles.shareUpTo(q)).isGreaterThanOrEqualTo(p - 1e-15);
        assertThat(quantiles.shareUpTo(Math.nextDown(q))).isLessThanOrEqualTo(p + 1e-15);
    }

    @Property(tries = 50)
    void weightsChangeMomentsAsRepetitionsDo(@ForAll @IntRange(min = 2, max = 12) int size, @ForAll long seed) {
        double[] data = sample(size, seed);
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> 1 + (i * 5) % 3);
        double[] repeated = IntStream.range(0, size)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, (int) weights[i]).mapToDouble(k -> data[i]))
                .toArray();
        SampleMoments weighted = SampleMoments.of(data, weights);
        SampleMoments plain = SampleMoments.of(repeated);
        assertThat(weighted.mean()).isCloseTo(plain.mean(), Offset.offset(1e-14));
        assertThat(weighted.standardDeviation()).isCloseTo(plain.standardDeviation(), Offset.offset(1e-14));
        assertThat(weighted.sum()).isCloseTo(plain.sum(), Offset.offset(1e-12));
    }
}
