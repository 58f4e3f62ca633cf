package org.mlmath.calculus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class NumericalGradientTest {
    private static NumericalGradient ofKinkAt(double place) {
        return NumericalGradient.extrapolated(x -> Math.exp(x) + Math.abs(x - place), 1, 1 + Math.abs(place));
    }

    @Property(tries = 300)
    void aKinkNearbyIsToldOrDoesNoHarm(@ForAll @DoubleRange(min = -12, max = 0) double exponent) {
        NumericalGradient gradient = ofKinkAt(Math.pow(10, exponent));
        if (!gradient.kink()) {
            assertThat(gradient.value()).isCloseTo(0, within(1e-6));
        }
    }

    @Example
    void aKinkThatStepsCanBeShorterThanIsNone() {
        assertThat(ofKinkAt(1e-5).kink()).isFalse();
        assertThat(ofKinkAt(0).kink()).isTrue();
    }

    @Example
    void aSlopeThatIsNotANumberIsNoKink() {
        assertThat(NumericalGradient.extrapolated(Math::log, 1, Double.NEGATIVE_INFINITY))
                .isEqualTo(new NumericalGradient(Double.NaN, false));
    }
}
