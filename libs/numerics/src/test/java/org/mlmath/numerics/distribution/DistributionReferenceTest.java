package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.special.Tails;

/** Every density and tail, from 1e-300 to beyond underflow, agrees with 50 digits. */
class DistributionReferenceTest {
    private static final double TOLERANCE = 1e-12;
    private static final double LOG_SMALLEST = -708;

    static Stream<JsonNode> references() {
        return References.probabilities();
    }

    @ParameterizedTest
    @MethodSource("references")
    void logarithmsAgreeToTwelveDigits(JsonNode reference) {
        double x = References.number(reference.get("x"));
        Tails tails = References.distribution(reference).tails(x);
        assertClose(tails.logLower(), References.number(reference.get("logCdf")));
        assertClose(tails.logUpper(), References.number(reference.get("logSurvival")));
    }

    @ParameterizedTest
    @MethodSource("references")
    void probabilitiesAgreeToTwelveDigitsOfTheirOwnSize(JsonNode reference) {
        Distribution distribution = References.distribution(reference);
        double x = References.number(reference.get("x"));
        Tails tails = distribution.tails(x);
        assertProbability(tails.lower(), References.number(reference.get("logCdf")));
        assertProbability(tails.upper(), References.number(reference.get("logSurvival")));
        assertProbability(distribution.density(x), References.number(reference.get("logDensity")));
    }

    @ParameterizedTest
    @MethodSource("references")
    void logDensitiesAgreeToTwelveDigits(JsonNode reference) {
        double x = References.number(reference.get("x"));
        double expected = References.number(reference.get("logDensity"));
        double actual = References.distribution(reference).logDensity(x);
        // Near a zero of the logarithm what counts is the density itself.
        assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(expected)));
    }

    private static void assertClose(double actual, double expected) {
        if (Math.abs(expected) < Double.MIN_NORMAL || Double.isInfinite(expected)) {
            assertThat(Math.abs(actual)).isLessThanOrEqualTo(Math.max(Double.MIN_NORMAL, Math.abs(expected)));
        } else {
            assertThat(Math.abs(actual / expected - 1)).isLessThanOrEqualTo(TOLERANCE);
        }
    }

    private static void assertProbability(double actual, double expectedLog) {
        if (expectedLog > LOG_SMALLEST) {
            assertThat(Math.abs(Math.expm1(Math.log(actual) - expectedLog))).isLessThanOrEqualTo(TOLERANCE);
        } else {
            assertThat(actual).isBetween(0.0, 1e-307);
        }
    }
}
