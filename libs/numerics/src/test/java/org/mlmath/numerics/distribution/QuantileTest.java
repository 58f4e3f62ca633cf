package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileTest {
    private static void assertRelative(double actual, double expected, double tolerance) {
        assertThat(Math.abs(actual / expected - 1)).isLessThanOrEqualTo(tolerance);
    }

    static Stream<JsonNode> continuous() {
        return References.probabilities()
                .filter(reference -> !References.family(reference).discrete());
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void quantilesOfReferenceProbabilitiesAreTheReferencePoints(JsonNode reference) {
        Distribution distribution = References.distribution(reference);
        double x = References.number(reference.get("x"));
        double logLower = References.number(reference.get("logCdf"));
        double logUpper = References.number(reference.get("logSurvival"));
        boolean upper = logUpper < logLower;
        double log = Math.min(logLower, logUpper);
        double q = distribution.quantile(TailProbability.ofLog(upper, log));
        // What 4 ulp of the logarithm (one of the probability, if that is larger) are worth in x.
        double worth = 4 * Math.ulp(1.0) * Math.max(1, Math.abs(log)) * Math.exp(log - distribution.logDensity(x));
        assertThat(Math.abs(q - x)).isLessThanOrEqualTo(1e-12 * Math.abs(x) + worth);
    }

    @Test
    void cauchyQuantileAtTheEdgeOfTheDoublesIsMinusOneOverPiP() {
        assertRelative(new StudentT(1).quantile(1e-300), -1 / (Math.PI * 1e-300), 1e-12);
    }

    @Test
    void quantilesBeyondTheLargestDoubleAreUndefined() {
        assertThat(new StudentT(0.1).quantile(1e-300)).isNaN();
    }

    @Test
    void quantilesBelowTheSmallestDoubleAreZero() {
        assertThat(new ChiSquare(2e-5).quantile(0.5)).isZero();
    }

    @Test
    void normalQuantilesFollowFromLogProbabilitiesThatUnderflow() {
        Normal normal = new Normal(0, 1);
        double logTail = normal.tails(-40).logLower();
        assertRelative(normal.quantile(TailProbability.ofLog(false, logTail)), -40, 1e-14);
        assertRelative(normal.quantile(TailProbability.ofLog(true, logTail)), 40, 1e-14);
        // mpmath, 60 digits
        assertRelative(normal.quantile(1e-300), -37.0470962993611992, 1e-14);
        assertRelative(normal.quantile(0.975), 1.95996398454005423552, 1e-15);
        assertRelative(normal.quantile(TailProbability.ofLog(false, -1e-20)), 9.26234008979840758, 1e-13);
    }

    /** Newton's first step from the centre leads so far out that the tail there is nothing beside the one sought. */
    @ParameterizedTest
    @CsvSource({
        "156.46775879977815, -75, 15.339366254991940951",
        "156.46775879977815, -593.4601741562012, 542.9355692961526743",
        "1.25, -71, 1.9668644101381965889e24",
        "40, -300.5, 10804.293382817752575",
        "2000, -740, 46.620739332722594714"
    }) // mpmath, 50 digits
    void farQuantilesOfStudentsTAreFound(double degreesOfFreedom, double logTail, double expected) {
        StudentT t = new StudentT(degreesOfFreedom);
        assertRelative(t.quantile(TailProbability.ofLog(true, logTail)), expected, 2e-15 * Math.abs(logTail));
        assertRelative(t.quantile(TailProbability.ofLog(false, logTail)), -expected, 2e-15 * Math.abs(logTail));
    }

    @Test
    void quantilesKeepTheirDigitsWhereTheirStandardOnesUnderflow() {
        // mpmath, 50 digits
        assertRelative(quantile(new Exponential(1e-20), false, -740), 4.1887398800480489395e-302, 1e-15);
        assertRelative(quantile(new Weibull(0.5, 1e100), false, -360), 2.0322308024242931852e-213, 1e-15);
        assertRelative(quantile(new Rayleigh(1e30), false, -1450), 1.9364916022536828095e-285, 1e-15);
        assertRelative(quantile(new Pareto(1, 1e-300), true, -720), 4920700930263.8158412, 1e-15);
        assertRelative(quantile(new LogNormal(50, 20.5), false, -653.25), 1.0493247282686721268e-299, 1e-12);
    }

    private static double quantile(Distribution distribution, boolean upper, double log) {
        return distribution.quantile(TailProbability.ofLog(upper, log));
    }

    @Test
    void certainAndImpossibleProbabilitiesGiveTheEndsOfTheSupport() {
        assertThat(new Normal(0, 1).quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Normal(0, 1).quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new ChiSquare(3).quantile(0)).isZero();
        assertThat(new Binomial(9, 0.4).quantile(0)).isZero();
        assertThat(new Binomial(9, 0.4).quantile(1)).isEqualTo(9);
        assertThat(new Binomial(9, 0.4).quantile(TailProbability.upper(0))).isEqualTo(9);
    }

    @Test
    void halfOfAnOddNumberOfFairCoinsIsReachedAtTheMiddle() {
        assertThat(new Binomial(1_000_001, 0.5).quantile(0.5)).isEqualTo(500_000);
        assertThat(new Binomial(1e15 + 1, 0.5).quantile(0.5)).isEqualTo(5e14);
    }
}
