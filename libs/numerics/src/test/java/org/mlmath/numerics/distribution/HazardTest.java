package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where density and survival have both underflowed, or nearly, their quotient keeps its digits. Values from mpmath at 40 digits. */
class HazardTest {
    private static final double ONE_IN_1E12_IN_PERCENT = 1e-10;

    static Stream<Arguments> farOut() {
        return Stream.of(
                arguments(new Normal(0, 1), 0.5, 1.141077770368064481),
                arguments(new Normal(0, 1), 50, 50.01998403190563981),
                arguments(new Normal(0, 1), 1e5, 100000.00001),
                arguments(new Normal(10, 2), 2e150, 5e149),
                arguments(new LogNormal(0, 0.01), Math.E, 3679.162217616467171),
                arguments(new Gamma(2.5, 0.25), 4e6, 0.24999962500037500),
                arguments(new ChiSquare(7), 2e4, 0.49987501250062456),
                arguments(new Weibull(3, 2), 1e3, 375000),
                arguments(new Rayleigh(2), 1e6, 250000),
                arguments(new Laplace(1, 2), 1e9, 0.5),
                arguments(new Logistic(1, 2), 1e9, 0.5),
                arguments(new Gumbel(1, 2), 11, 0.49831740491253738),
                arguments(new Gumbel(1, 2), 1e9, 0.5),
                arguments(new Geometric(0.3), 1e12, 0.3));
    }

    @ParameterizedTest
    @MethodSource("farOut")
    void hazardKeepsItsDigitsFarOut(Distribution distribution, double x, double expected) {
        assertThat(distribution.hazard(x)).isCloseTo(expected, withinPercentage(ONE_IN_1E12_IN_PERCENT));
    }
}
