package org.mlmath.numerics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlmath.numerics.Deadline;

class KernelDensityTest {
    private static final double[] DATA = {0.2, 0.5, 1.1, 1.3, 2.9};

    private static double integral(double[] values, double step) {
        return step * (Arrays.stream(values).sum() - (values[0] + values[values.length - 1]) / 2);
    }

    private static double[] grid(double from, double to, int points) {
        double[] x = new double[points];
        Arrays.setAll(x, i -> from + (to - from) * i / (points - 1));
        return x;
    }

    @ParameterizedTest
    @EnumSource
    void everyKernelHasAreaAndVarianceOne(KernelShape kernel) {
        double[] u = grid(-12, 12, 48_001);
        double step = 24.0 / 48_000;
        assertThat(integral(Arrays.stream(u).map(kernel::at).toArray(), step)).isCloseTo(1, Offset.offset(2e-4));
        assertThat(integral(Arrays.stream(u).map(x -> x * x * kernel.at(x)).toArray(), step))
                .isCloseTo(1, Offset.offset(1e-3));
    }

    @Test
    void reflectionKeepsTheAreaWithinTheBounds() {
        double[] density = new KernelDensity(DATA, null, 0.4, KernelShape.GAUSSIAN, 0, Double.POSITIVE_INFINITY)
                .at(grid(0, 10, 10_001), Deadline.none());
        assertThat(integral(density, 1e-3)).isCloseTo(1, Offset.offset(1e-9));
        assertThat(new KernelDensity(DATA, null, 0.4, KernelShape.GAUSSIAN, 0, Double.POSITIVE_INFINITY)
                        .at(new double[] {-0.1}, Deadline.none()))
                .containsExactly(0);
    }

    @Test
    void aDensityFarFromTheDataIsSmallButNotNothing() {
        double[] density = new KernelDensity(
                        new double[] {0},
                        null,
                        1,
                        KernelShape.GAUSSIAN,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY)
                .at(new double[] {30}, Deadline.none());
        assertThat(density[0]).isCloseTo(Math.exp(-450) / Math.sqrt(2 * Math.PI), Percentage.withPercentage(1e-11));
    }

    @Test
    void aGridOfManyObservationsGivesTheBandwidthOfAllPairs() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        double[] data = new double[1000];
        Arrays.setAll(data, i -> i % 3 == 0 ? random.nextGaussian() : 4 + 0.5 * random.nextGaussian());
        double exact = SheatherJones.bandwidth(data, Deadline.none());
        double[] more = Arrays.copyOf(data, 1001);
        more[1000] = data[500] + 1e-9;
        assertThat(SheatherJones.bandwidth(more, Deadline.none())).isCloseTo(exact, Percentage.withPercentage(0.2));
    }

    @Test
    void theBandwidthScalesWithTheData() {
        double h = SheatherJones.bandwidth(DATA, Deadline.none());
        double scaled = SheatherJones.bandwidth(
                Arrays.stream(DATA).map(x -> 1e-8 * x + 3e-8).toArray(), Deadline.none());
        assertThat(scaled).isCloseTo(1e-8 * h, Percentage.withPercentage(1e-8));
    }
}
