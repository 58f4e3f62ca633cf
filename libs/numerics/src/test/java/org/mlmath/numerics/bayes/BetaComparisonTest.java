package org.mlmath.numerics.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;

class BetaComparisonTest {
    private static Stream<JsonNode> references(String list) throws IOException {
        try (InputStream in = BetaComparisonTest.class.getResourceAsStream("beta-comparisons.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get(list).spliterator(), false);
        }
    }

    static Stream<JsonNode> cases() throws IOException {
        return references("cases");
    }

    static Stream<JsonNode> shifted() throws IOException {
        return references("shifted");
    }

    private static BetaComparison comparison(JsonNode reference) {
        JsonNode p = reference.get("parameters");
        return comparison(
                p.get(0).asDouble(),
                p.get(1).asDouble(),
                p.get(2).asDouble(),
                p.get(3).asDouble());
    }

    private static BetaComparison comparison(double alphaA, double betaA, double alphaB, double betaB) {
        return new BetaComparison(alphaA, betaA, alphaB, betaB, Deadline.none());
    }

    private static void assertClose(JsonNode reference, String name, double actual, double tolerance) {
        double expected = Double.parseDouble(reference.get(name).asText());
        assertThat(actual).as(name).isCloseTo(expected, Percentage.withPercentage(100 * tolerance));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAndLossesAgreeWithSixtyDigits(JsonNode reference) {
        BetaComparison comparison = comparison(reference);
        assertClose(reference, "probabilityBBeatsA", comparison.difference(0).upper(), 1e-11);
        assertClose(reference, "probabilityABeatsB", comparison.difference(0).lower(), 1e-11);
        assertClose(reference, "expectedLossA", comparison.expectedLossA(), 1e-11);
        assertClose(reference, "expectedLossB", comparison.expectedLossB(), 1e-11);
    }

    @ParameterizedTest
    @MethodSource("shifted")
    void distributionsOfDifferenceAndRatioAgreeWithQuadratureOfThirtyDigits(JsonNode reference) {
        BetaComparison comparison = comparison(reference);
        assertClose(
                reference,
                "probabilityAboveDelta",
                comparison.difference(reference.get("delta").asDouble()).upper(),
                1e-11);
        assertClose(
                reference,
                "probabilityAboveRatio",
                comparison.ratio(reference.get("ratio").asDouble()).upper(),
                1e-11);
    }

    @Property(tries = 60)
    void exchangingTheArmsExchangesTheTails(
            @ForAll @DoubleRange(min = -3, max = 5) double logAlphaA,
            @ForAll @DoubleRange(min = -3, max = 5) double logBetaA,
            @ForAll @DoubleRange(min = -3, max = 5) double logAlphaB,
            @ForAll @DoubleRange(min = -3, max = 5) double logBetaB) {
        double[] p = {Math.pow(10, logAlphaA), Math.pow(10, logBetaA), Math.pow(10, logAlphaB), Math.pow(10, logBetaB)};
        BetaComparison ab = comparison(p[0], p[1], p[2], p[3]);
        BetaComparison ba = comparison(p[2], p[3], p[0], p[1]);
        // What succeeds with probability x fails with probability 1 - x.
        BetaComparison failures = comparison(p[1], p[0], p[3], p[2]);
        Tails tails = ab.difference(0);
        // The relative error of either probability, and what its logarithm is rounded to where that is large.
        double rounding = 1e-11 + 4 * Math.ulp(tails.logLower());
        assertThat(tails.logLower() - ba.difference(0).logUpper()).isBetween(-rounding, rounding);
        assertThat(tails.logLower() - failures.difference(0).logUpper()).isBetween(-rounding, rounding);
        assertThat(tails.lower() + tails.upper()).isCloseTo(1, Percentage.withPercentage(1e-10));
        assertThat(ab.expectedLossA() - ab.expectedLossB())
                .isBetween(ab.meanDifference() - 1e-12, ab.meanDifference() + 1e-12);
    }

    @Property(tries = 25)
    void aQuantileHasItsProbabilityBelowIt(
            @ForAll @DoubleRange(min = -0.5, max = 4) double logAlphaA,
            @ForAll @DoubleRange(min = -0.5, max = 4) double logBetaA,
            @ForAll @DoubleRange(min = -0.5, max = 4) double logAlphaB,
            @ForAll @DoubleRange(min = -0.5, max = 4) double logBetaB,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        BetaComparison comparison = comparison(
                Math.pow(10, logAlphaA), Math.pow(10, logBetaA), Math.pow(10, logAlphaB), Math.pow(10, logBetaB));
        double difference = comparison.differenceQuantile(TailProbability.lower(p));
        assertThat(comparison.difference(difference).lower()).isCloseTo(p, Percentage.withPercentage(1e-7));
        double ratio = comparison.ratioQuantile(TailProbability.lower(p));
        assertThat(comparison.ratio(ratio).lower()).isCloseTo(p, Percentage.withPercentage(1e-7));
    }

    @Test
    void equalArmsAreEvenWhateverTheirSize() {
        for (double n : new double[] {1e-6, 1e-3, 1, 1e3, 1e6, 1e9, 1e12}) {
            BetaComparison even = comparison(n, 2 * n, n, 2 * n);
            assertThat(even.difference(0).upper()).as("n = %s", n).isCloseTo(0.5, Percentage.withPercentage(1e-8));
            assertThat(even.expectedLossA()).isCloseTo(even.expectedLossB(), Percentage.withPercentage(1e-9));
        }
    }

    @Test
    void twoUniformProportionsDifferByATriangle() {
        BetaComparison uniform = comparison(1, 1, 1, 1);
        assertThat(uniform.difference(0.5).upper()).isCloseTo(0.125, Percentage.withPercentage(1e-11));
        assertThat(uniform.difference(1 - 1e-9).upper()).isCloseTo(0.5e-18, Percentage.withPercentage(1e-5));
        assertThat(uniform.difference(1).upper()).isZero();
        assertThat(uniform.difference(-1.5).lower()).isZero();
        assertThat(uniform.ratio(0.25).lower()).isCloseTo(0.125, Percentage.withPercentage(1e-11));
        assertThat(uniform.ratio(-1).upper()).isEqualTo(1);
        assertThat(uniform.expectedLossA()).isCloseTo(1.0 / 6, Percentage.withPercentage(1e-11));
        assertThat(uniform.meanRatio()).isInfinite();
    }

    @Test
    void hopelessArmsLoseOnALogarithmicScale() {
        Tails tails = comparison(1e6, 9e6, 5e6, 5e6).difference(0);
        assertThat(tails.lower()).isZero();
        assertThat(tails.logLower()).isCloseTo(-2.035e6, Percentage.withPercentage(0.01));
        assertThat(tails.upper()).isEqualTo(1);
    }
}
