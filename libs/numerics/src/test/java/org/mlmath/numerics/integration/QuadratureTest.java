package org.mlmath.numerics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;

class QuadratureTest {
    private static final Deadline NONE = Deadline.none();

    private static Quadrature adaptive(DoubleUnaryOperator f, double... ends) {
        return AdaptiveQuadrature.over(f, ends, 1e-13, 0, 1_000_000, NONE);
    }

    private static void assertRight(Quadrature quadrature, double exact, double relative) {
        double error = Math.abs(quadrature.value() - exact);
        assertThat(error).isLessThanOrEqualTo(relative * Math.abs(exact));
        assertThat(error).as("estimate").isLessThanOrEqualTo(quadrature.errorEstimate());
    }

    /** The 21-point rule is exact for polynomials of degree 31. */
    @Property(tries = 40)
    void polynomialsAreIntegratedExactly(@ForAll @IntRange(max = 31) int degree) {
        assertThat(GaussKronrod.over(x -> Math.pow(x, degree), 0, 1)
                        .quadrature()
                        .value())
                .isCloseTo(1.0 / (degree + 1), within(4e-16));
    }

    @Property(tries = 60)
    void integralsAddUpOverPanels(
            @ForAll @DoubleRange(min = -3, max = 3) double a,
            @ForAll @DoubleRange(min = -3, max = 3) double b,
            @ForAll @DoubleRange(min = -3, max = 3) double c) {
        DoubleUnaryOperator f = x -> Math.exp(x) * Math.cos(3 * x);
        double whole = adaptive(f, a, c).value();
        assertThat(adaptive(f, a, b).value() + adaptive(f, b, c).value()).isCloseTo(whole, within(1e-12));
        assertThat(adaptive(f, c, a).value()).isCloseTo(-whole, within(1e-12));
    }

    @Property(tries = 60)
    void powersAtASingularEndAreRight(@ForAll @DoubleRange(min = -0.95, max = 4) double exponent) {
        DoubleUnaryOperator f = t -> Math.pow(t, exponent);
        assertRight(DoubleExponential.finite(f, 1, 1e-13, NONE), 1 / (exponent + 1), 1e-7);
        if (exponent >= -0.9) {
            assertThat(DoubleExponential.finite(f, 1, 1e-13, NONE).value())
                    .isCloseTo(1 / (exponent + 1), within(1e-12));
            assertThat(GeometricPanels.towardsZero(f, 1, 1e-9, 1e-13, NONE).value())
                    .isCloseTo(1 / (exponent + 1), within(1e-11 / (exponent + 1)));
        }
    }

    @Property(tries = 60)
    void exponentsAreFound(@ForAll @DoubleRange(min = -3, max = 3) double exponent) {
        EndpointBehaviour behaviour = EndpointBehaviour.of(t -> Math.pow(t, exponent) * (2 + t), 1, 1e-90);
        assertThat(behaviour.exponent()).isCloseTo(exponent, within(1e-6));
        if (Math.abs(exponent + 1) > 1e-5) {
            assertThat(behaviour.isIntegrable()).isEqualTo(exponent > -1);
        }
    }

    @Test
    void logarithmsDecideBesideASimplePole() {
        assertThat(EndpointBehaviour.of(t -> 1 / t, 1, 1e-290).isIntegrable()).isFalse();
        assertThat(EndpointBehaviour.of(t -> 1 / t, 1, 1e-290).isSimplePole()).isTrue();
        assertThat(EndpointBehaviour.of(t -> 1 / (t * Math.log(t)), 0.5, 1e-290).isIntegrable())
                .isFalse();
        assertThat(EndpointBehaviour.of(t -> 1 / (t * Math.pow(Math.log(t), 2)), 0.5, 1e-290)
                        .isIntegrable())
                .isTrue();
        assertThat(EndpointBehaviour.of(t -> Math.exp(1 / t), 0.5, 1e-290).isIntegrable())
                .isFalse();
        assertThat(EndpointBehaviour.of(t -> Math.sin(1 / t), 0.5, 1e-290).isIntegrable())
                .isNull();
    }

    @Test
    void halfLinesDecayInAnyWay() {
        assertRight(DoubleExponential.halfLine(t -> Math.exp(-t), 1, 1e-13, NONE), 1, 1e-14);
        assertRight(DoubleExponential.halfLine(t -> 1 / (1 + t * t), 1, 1e-13, NONE), Math.PI / 2, 1e-14);
        assertRight(
                DoubleExponential.halfLine(t -> Math.exp(-t) / Math.sqrt(t), 1, 1e-13, NONE),
                Math.sqrt(Math.PI),
                1e-14);
    }

    @Test
    void whatIsCutOffCountsAsError() {
        // 1/((t + 2) ln²(t + 2)): a 700th of it lies beyond the largest double
        Quadrature quadrature =
                DoubleExponential.halfLine(t -> 1 / ((t + 2) * Math.pow(Math.log(t + 2), 2)), 1, 1e-13, NONE);
        assertRight(quadrature, 1 / Math.log(2), 2e-3);
    }

    @Test
    void alternatingAndSlowSeriesAreAccelerated() {
        LevinTransform alternating = new LevinTransform();
        for (int k = 1; k < 40; k++) {
            alternating.add((k % 2 == 1 ? 1 : -1) / Math.sqrt(k), 1e-17);
        }
        assertThat(alternating.value()).isCloseTo(0.6048986434216303702, within(1e-14));
        LevinTransform slow = new LevinTransform();
        for (int k = 1; k < 40; k++) {
            slow.add(1.0 / k / k, 1e-17);
        }
        assertThat(Math.abs(slow.value() - Math.PI * Math.PI / 6))
                .isLessThan(slow.error())
                .isLessThan(1e-9);
    }

    @Test
    void holesAreReportedWithTheirPlace() {
        assertThat(adaptive(x -> x > 0.5 ? Double.NaN : 1, 0, 1).isDefined()).isFalse();
        assertThat(adaptive(x -> x > 0.5 ? Double.NaN : 1, 0, 1).undefined()).isGreaterThan(0.5);
    }

    @Test
    void aDeadlineEndsIt() {
        Deadline over = Deadline.in(Duration.ZERO);
        assertThatThrownBy(() -> AdaptiveQuadrature.over(Math::sin, new double[] {0, 1}, 1e-13, 0, 1000, over))
                .isInstanceOf(DeadlineExceededException.class);
    }
}
