package org.mlmath.numerics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleMomentsTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final Percentage FIFTEEN_DIGITS = Percentage.withPercentage(1e-13);

    private static BigDecimal exactMean(double[] data) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double x : data) {
            sum = sum.add(new BigDecimal(x));
        }
        return sum.divide(new BigDecimal(data.length), DIGITS);
    }

    private static double exactDeviation(double[] data) {
        BigDecimal mean = exactMean(data);
        BigDecimal sum = BigDecimal.ZERO;
        for (double x : data) {
            BigDecimal deviation = new BigDecimal(x).subtract(mean);
            sum = sum.add(deviation.multiply(deviation));
        }
        return sum.divide(new BigDecimal(data.length - 1), DIGITS).sqrt(DIGITS).doubleValue();
    }

    /** The shape of the NumAcc sets of NIST's Statistical Reference Datasets: a large mean, a small spread. */
    @ParameterizedTest
    @CsvSource({"1.2, 0.1", "1000000.2, 0.1", "10000000.2, 0.1", "1e9, 1e-3", "-1e15, 0.5"})
    void smallSpreadAboutALargeMeanKeepsItsDigits(double centre, double step) {
        double[] data = new double[1001];
        for (int i = 0; i < data.length; i++) {
            data[i] = i == 0 ? centre : i % 2 == 0 ? centre + step : centre - step;
        }
        SampleMoments moments = SampleMoments.of(data);
        assertThat(moments.mean()).isEqualTo(exactMean(data).doubleValue());
        assertThat(moments.standardDeviation()).isCloseTo(exactDeviation(data), FIFTEEN_DIGITS);
    }

    @Property(tries = 100)
    void momentsAgreeWithExactArithmetic(
            @ForAll @IntRange(min = 2, max = 40) int size,
            @ForAll @IntRange(min = -290, max = 290) int exponent,
            @ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] data = new double[size];
        Arrays.setAll(data, i -> random.nextGaussian() * Math.pow(10, exponent));
        SampleMoments moments = SampleMoments.of(data);
        assertThat(moments.mean()).isCloseTo(exactMean(data).doubleValue(), FIFTEEN_DIGITS);
        assertThat(moments.standardDeviation()).isCloseTo(exactDeviation(data), FIFTEEN_DIGITS);
    }

    @Property(tries = 100)
    void distanceFromANearbyValueHasItsOwnDigits(
            @ForAll @DoubleRange(min = -1e-3, max = 1e-3) @Scale(9) double offset) {
        double[] data = {1e9 + 0.001, 1e9 - 0.002, 1e9 + 0.004};
        double value = 1e9 + offset;
        double expected = exactMean(data).subtract(new BigDecimal(value)).doubleValue();
        assertThat(SampleMoments.of(data).meanMinus(value)).isCloseTo(expected, FIFTEEN_DIGITS);
    }

    @Test
    void hugeAndTinyDataNeitherOverflowNorUnderflow() {
        for (double scale : new double[] {1e300, 1e-300, 1e-5}) {
            SampleMoments moments = SampleMoments.of(new double[] {scale, 2 * scale, 4 * scale});
            assertThat(moments.standardDeviation() / scale)
                    .isCloseTo(Math.sqrt(7.0 / 3), Percentage.withPercentage(1e-12));
            assertThat(moments.skewness()).isCloseTo(0.38180177416060584, Percentage.withPercentage(1e-11));
            assertThat(moments.excessKurtosis()).isCloseTo(-1.5, Percentage.withPercentage(1e-11));
        }
    }

    @Test
    void oneObservationHasNoStandardDeviationAndEqualOnesHaveNone() {
        assertThat(SampleMoments.of(new double[] {3}).standardDeviation()).isNaN();
        assertThat(SampleMoments.of(new double[] {0.1, 0.1, 0.1}).standardDeviation())
                .isZero();
        assertThat(SampleMoments.of(new double[] {0, 0}).skewness()).isNaN();
    }
}
