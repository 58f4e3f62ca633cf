package org.mlmath.expression.quadrature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;

class DefiniteIntegralTest {

    static Stream<Arguments> references() throws IOException {
        try (InputStream in = DefiniteIntegralTest.class.getResourceAsStream("integrals.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(DefiniteIntegralTest::reference)
                            .toList()
                            .stream();
        }
    }

    private static Arguments reference(String line) {
        int end = line.indexOf('"', 1);
        String[] rest = line.substring(end + 2).split(",");
        return Arguments.of(line.substring(1, end), rest[0], rest[1], rest[2]);
    }

    private static DefiniteValue of(String text, double lower, double upper) {
        return DefiniteIntegral.of(Expressions.parse(text), "x", lower, upper, Deadline.none());
    }

    private static double bound(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Evaluation.constant(text);
        };
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithMpmathAndIsWithinItsOwnEstimate(String text, String lower, String upper, String expected) {
        DefiniteValue found = of(text, bound(lower), bound(upper));
        if (expected.equals("divergent")) {
            assertThat(found.converges()).isFalse();
            assertThat(found.value()).isNaN();
            assertThat(found.remarks()).extracting(DefiniteValue.Remark::code).contains("divergent");
            return;
        }
        double reference = Double.parseDouble(expected);
        assertThat(found.converges()).isTrue();
        double error = Math.abs(found.value() - reference);
        assertThat(error).isLessThanOrEqualTo(1e-10 * Math.abs(reference));
        assertThat(error).as("estimate").isLessThanOrEqualTo(found.errorEstimate() + Math.ulp(reference));
    }

    @Provide
    Arbitrary<String> integrands() {
        return Arbitraries.of(
                "x^2*e^(-x)",
                "|x - 0.7|",
                "1/(1 + 25*x^2)",
                "sqrt(|x|)",
                "cos(20*x)",
                "ln(|x|)",
                "relu(x)",
                "sigmoid(9*x)");
    }

    @Property(tries = 60)
    void integralsAddUpAndChangeSign(
            @ForAll("integrands") String text,
            @ForAll @DoubleRange(min = -2, max = 2) double a,
            @ForAll @DoubleRange(min = -2, max = 2) double b,
            @ForAll @DoubleRange(min = -2, max = 2) double c) {
        double whole = of(text, a, c).value();
        assertThat(of(text, a, b).value() + of(text, b, c).value()).isCloseTo(whole, within(1e-11));
        assertThat(of(text, c, a).value()).isEqualTo(-whole);
    }

    @Property(tries = 40)
    void substitutionScales(@ForAll("integrands") String text, @ForAll @DoubleRange(min = 0.5, max = 4) double scale) {
        String inner = text.replaceAll("\\bx\\b", "(%s*x)".formatted(scale));
        assertThat(of(inner, -1 / scale, 2 / scale).value() * scale)
                .isCloseTo(of(text, -1, 2).value(), within(1e-10));
    }

    @Test
    void equalBoundsGiveZero() {
        assertThat(of("1/x", 0, 0).value()).isZero();
    }

    @Test
    void aStretchWithoutValuesIsNamed() {
        assertThatThrownBy(() -> of("sqrt(x)", -1, 1))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("sqrt(x) is undefined");
    }

    @Test
    void peaksThatSamplesMissGiveNoValue() {
        // Peaks of height 1 and width 1/(kπ) at every kπ: their areas add up like the harmonic series.
        DefiniteValue found = of("e^(-x^2*sin(x)^2)", 0, Double.POSITIVE_INFINITY);
        assertThat(found.converges()).isNotEqualTo(Boolean.TRUE);
        assertThat(found.value()).isNaN();
    }

    @Test
    void digitsThatCancelAreNotTakenForTheFunction() {
        // Beyond 1e4 rounding has eaten the difference, which falls like 1/(4x²).
        DefiniteValue found = of("sqrt(x^2 + 1) - x - 1/(2*x + 1)", 0, Double.POSITIVE_INFINITY);
        assertThat(found.converges()).isNotEqualTo(Boolean.FALSE);
        DefiniteValue logarithm = of("ln(1 + 1/x^2)", 0, Double.POSITIVE_INFINITY);
        assertThat(logarithm.value()).isCloseTo(Math.PI, within(1e-13));
    }
}
