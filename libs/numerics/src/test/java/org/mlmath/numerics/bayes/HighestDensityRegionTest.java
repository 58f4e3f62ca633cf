package org.mlmath.numerics.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.distribution.Beta;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Exponential;
import org.mlmath.numerics.distribution.Gamma;
import org.mlmath.numerics.distribution.InverseGamma;
import org.mlmath.numerics.distribution.Normal;

class HighestDensityRegionTest {
    private static void assertLaws(Distribution distribution, double level) {
        HighestDensityRegion.Part part = HighestDensityRegion.ofUnimodal(distribution, level);
        assertThat(distribution.probability(part.lower(), part.upper()))
                .isCloseTo(level, Percentage.withPercentage(1e-7));
        // Near an end of the support the density differs from one double to the next.
        double grain = 1e-7 + step(distribution, part.lower()) + step(distribution, part.upper());
        assertThat(distribution.logDensity(part.lower()) - distribution.logDensity(part.upper()))
                .isBetween(-grain, grain);
    }

    private static double step(Distribution distribution, double x) {
        return Math.abs(distribution.logDensity(Math.nextUp(x)) - distribution.logDensity(Math.nextDown(x)));
    }

    @Property(tries = 60)
    void endsOfTheIntervalHaveTheSameDensityAndTheLevelBetweenThem(
            @ForAll @DoubleRange(min = 0.1, max = 5) double logShape,
            @ForAll @DoubleRange(min = 0.1, max = 5) double logOther,
            @ForAll @DoubleRange(min = 0.05, max = 0.99) double level) {
        double shape = Math.pow(10, logShape);
        double other = Math.pow(10, logOther);
        assertLaws(new Beta(shape, other), level);
        assertLaws(new Gamma(shape, 3), level);
        assertLaws(new InverseGamma(shape, other), level);
    }

    @Test
    void aSymmetricDensityHasItsEqualTailedInterval() {
        HighestDensityRegion.Part part = HighestDensityRegion.ofUnimodal(new Normal(3, 2), 0.95);
        assertThat(part.lower()).isCloseTo(3 - 2 * 1.959963984540054, Percentage.withPercentage(1e-12));
        assertThat(part.upper()).isCloseTo(3 + 2 * 1.959963984540054, Percentage.withPercentage(1e-12));
    }

    @Test
    void aFallingDensityHasItsIntervalAtTheLowerEnd() {
        HighestDensityRegion.Part part = HighestDensityRegion.ofUnimodal(new Exponential(2), 0.9);
        assertThat(part.lower()).isZero();
        assertThat(part.upper()).isCloseTo(Math.log(10) / 2, Percentage.withPercentage(1e-12));
        assertThat(HighestDensityRegion.ofUnimodal(new Beta(0.5, 3), 0.9).lower())
                .isZero();
        assertThat(HighestDensityRegion.ofUnimodal(new Beta(4, 1), 0.9).upper()).isEqualTo(1);
    }

    @Test
    void aModeNearTheEndKeepsTheDigitsOfTheSmallEnd() {
        // Lower ends of 1e-12 and less: the share below them is smaller still.
        assertLaws(new Gamma(1.05, 1), 0.99);
        assertLaws(new Beta(1.02, 40), 0.95);
    }

    @Property(tries = 30)
    void aUShapedDensityHasItsRegionAtBothEnds(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double alpha,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double beta,
            @ForAll @DoubleRange(min = 0.05, max = 0.99) double level) {
        Beta distribution = new Beta(alpha, beta);
        List<HighestDensityRegion.Part> parts = HighestDensityRegion.ofUShaped(distribution, level);
        double left = parts.get(0).upper();
        double right = parts.get(1).lower();
        assertThat(left).isLessThan(right);
        if (left > 1e-12 && right < 1 - 1e-9) { // near the ends neighbouring doubles have much between them
            assertThat(distribution.tails(left).lower()
                            + distribution.tails(right).upper())
                    .isCloseTo(level, Percentage.withPercentage(1e-5));
            assertThat(distribution.logDensity(left) - distribution.logDensity(right))
                    .isBetween(-1e-6, 1e-6);
        }
    }
}
