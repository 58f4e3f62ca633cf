package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentsTest {
    static Stream<JsonNode> references() {
        return Stream.of("moments.json", "family-moments.json").flatMap(References::cases);
    }

    @ParameterizedTest
    @MethodSource("references")
    void closedFormsAgreeWithQuadrature(JsonNode reference) {
        Moments moments = References.distribution(reference).moments();
        assertClose(reference, "mean", moments.mean());
        assertClose(reference, "variance", moments.variance());
        assertClose(reference, "skewness", moments.skewness());
        assertClose(reference, "excessKurtosis", moments.excessKurtosis());
        assertClose(reference, "entropy", moments.entropy());
        assertThat(moments.standardDeviation())
                .isCloseTo(Math.sqrt(moments.variance()), Percentage.withPercentage(1e-12));
    }

    private static void assertClose(JsonNode reference, String name, double actual) {
        if (reference.has(name)) {
            double expected = References.number(reference.get(name));
            assertThat(Math.abs(actual - expected)).as(name).isLessThanOrEqualTo(1e-13 + 1e-12 * Math.abs(expected));
        }
    }

    @Test
    void momentsOfHeavyTailsAreInfiniteOrUndefined() {
        Moments cauchy = new StudentT(1).moments();
        assertThat(cauchy.mean()).isNaN();
        assertThat(cauchy.variance()).isNaN();
        assertThat(cauchy.median()).isZero();
        assertThat(new StudentT(1.5).moments().variance()).isInfinite();
        assertThat(new StudentT(3).moments().skewness()).isNaN();
        assertThat(new StudentT(4).moments().excessKurtosis()).isInfinite();
        assertThat(new FisherF(3, 2).moments().mean()).isInfinite();
        assertThat(new FisherF(3, 4).moments().variance()).isInfinite();
    }

    @Test
    void modeIsWhereTheDensityIsLargest() {
        assertThat(new ChiSquare(1).moments().mode()).isZero();
        assertThat(new ChiSquare(5).moments().mode()).isEqualTo(3);
        assertThat(new FisherF(6, 10).moments().mode()).isEqualTo(4.0 / 6 * (10.0 / 12));
        assertThat(new Binomial(10, 0.3).moments().mode()).isEqualTo(3);
        assertThat(new Binomial(7, 1).moments().mode()).isEqualTo(7);
    }

    @Test
    void entropyOfManyDegreesOfFreedomApproachesTheNormalOne() {
        double normal = 0.5 * Math.log(2 * Math.PI * Math.E);
        assertThat(new StudentT(1e9).moments().entropy()).isBetween(normal, normal + 2e-9);
        double wide = new ChiSquare(1e12).moments().entropy() - 0.5 * Math.log(2e12);
        assertThat(wide).isBetween(normal - 1e-10, normal + 1e-10);
        // Lattice entropy: the sum and its expansion meet at the border between them.
        double summed = new Binomial(399_999, 0.5).moments().entropy() - 0.5 * Math.log(399_999);
        double expanded = new Binomial(400_001, 0.5).moments().entropy() - 0.5 * Math.log(400_001);
        assertThat(Math.abs(summed - expanded)).isLessThan(1e-11);
    }
}
