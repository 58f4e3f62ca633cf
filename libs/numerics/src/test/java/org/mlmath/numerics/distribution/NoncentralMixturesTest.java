package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.Tails;

class NoncentralMixturesTest {
    private static final Percentage TWELVE_DIGITS = Percentage.withPercentage(1e-10);

    static Stream<JsonNode> references() {
        return References.cases("noncentral-mixtures.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void allTailsAgreeWithFortyDigits(JsonNode reference) {
        switch (reference.get("kind").asText()) {
            case "chi-square" ->
                assertTails(
                        reference,
                        new NoncentralChiSquare(
                                        reference.get("degreesOfFreedom").asDouble(), lambda(reference))
                                .tails(x(reference)));
            case "f" ->
                assertTails(
                        reference,
                        new NoncentralF(
                                        reference.get("numerator").asDouble(),
                                        reference.get("denominator").asDouble(),
                                        lambda(reference))
                                .tails(x(reference)));
            default -> {
                NoncentralHypergeometric.Probabilities found = new NoncentralHypergeometric(
                                reference.get("row1").asDouble(),
                                reference.get("row2").asDouble(),
                                reference.get("column").asDouble(),
                                Deadline.none())
                        .at(x(reference), reference.get("odds").asDouble());
                assertThat(found.atMost()).isCloseTo(number(reference, "atMost"), TWELVE_DIGITS);
                assertThat(found.atLeast()).isCloseTo(number(reference, "atLeast"), TWELVE_DIGITS);
                assertThat(found.noMoreProbable()).isCloseTo(number(reference, "noMoreProbable"), TWELVE_DIGITS);
            }
        }
    }

    private static void assertTails(JsonNode reference, Tails tails) {
        assertThat(tails.lower()).isCloseTo(number(reference, "cdf"), TWELVE_DIGITS);
        assertThat(tails.upper()).isCloseTo(number(reference, "survival"), TWELVE_DIGITS);
    }

    private static double number(JsonNode reference, String name) {
        return References.number(reference.get(name));
    }

    private static double x(JsonNode reference) {
        return reference.get("x").asDouble();
    }

    private static double lambda(JsonNode reference) {
        return reference.get("noncentrality").asDouble();
    }

    @Property(tries = 30)
    void withOneDegreeOfFreedomItIsTheSquareOfANormalVariable(
            @ForAll @DoubleRange(min = 0, max = 2000) double mean, @ForAll @DoubleRange(min = -6, max = 6) double z) {
        double root = Math.abs(mean + z);
        Tails tails = new NoncentralChiSquare(1, mean * mean).tails(root * root);
        double upper = Normal.standardTails(root - mean).upper()
                + Normal.standardTails(-root - mean).lower();
        assertThat(tails.upper()).isCloseTo(upper, Percentage.withPercentage(1e-7));
    }

    @Property(tries = 30)
    void boundsOfTheNoncentralityHaveTheProbabilityAskedFor(
            @ForAll @DoubleRange(min = 0.01, max = 500) double x,
            @ForAll @IntRange(min = 1, max = 40) int nu,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double p) {
        double lambda = NoncentralChiSquare.noncentrality(nu, x, TailProbability.upper(p));
        double upper = new NoncentralChiSquare(nu, lambda).tails(x).upper();
        if (lambda > 0) {
            assertThat(upper).isCloseTo(p, Percentage.withPercentage(1e-7));
        } else { // without any noncentrality the value is already more probable than that
            assertThat(upper)
                    .isGreaterThanOrEqualTo(p)
                    .isCloseTo(new ChiSquare(nu).tails(x).upper(), TWELVE_DIGITS);
        }
        double other = NoncentralF.noncentrality(nu, 30, x / nu, TailProbability.lower(p));
        if (other > 0) {
            assertThat(new NoncentralF(nu, 30, other).tails(x / nu).lower())
                    .isCloseTo(p, Percentage.withPercentage(1e-7));
        }
    }

    /** Where the limit takes over from the sum nothing jumps, and beyond it nothing takes long. */
    @Test
    void boundsGoOnSmoothlyToInfinity() {
        for (boolean upper : new boolean[] {true, false}) {
            TailProbability p = TailProbability.of(upper, 0.025);
            double below = NoncentralF.noncentrality(2, 8, 0.9e14 * 5, p);
            double above = NoncentralF.noncentrality(2, 8, 1.1e14 * 5, p);
            assertThat(above / below).isCloseTo(11.0 / 9, Percentage.withPercentage(1e-5));
            double small = Math.sqrt(NoncentralChiSquare.noncentrality(3, 2.9e14, p)) - Math.sqrt(2.9e14);
            double large = Math.sqrt(NoncentralChiSquare.noncentrality(3, 3.1e14, p)) - Math.sqrt(3.1e14);
            assertThat(large).isCloseTo(small, Percentage.withPercentage(1e-4));
            assertThat(NoncentralF.noncentrality(2, 8, 1e200, p)).isPositive();
        }
    }

    @Test
    void noncentralitiesBeyondMeasureAreNormalRootsAndNoncentralT() {
        double root = 3e9;
        double x = (root + 2) * (root + 2); // √X is normal around the root
        assertThat(new NoncentralChiSquare(3, root * root).tails(x).upper())
                .isCloseTo(0.0227501319481792, Percentage.withPercentage(1e-3));
        // The numerator of F is the root's square; below the line, ten degrees of freedom vary.
        assertThat(new NoncentralF(1, 10, root * root).tails(root * root).upper())
                .isCloseTo(new NoncentralF(1, 10, 1e17).tails(1e17).upper(), Percentage.withPercentage(1e-4));
        assertThat(new NoncentralF(3, 10, Double.POSITIVE_INFINITY).tails(5).upper())
                .isEqualTo(1);
        assertThat(new NoncentralChiSquare(3, Double.POSITIVE_INFINITY).tails(5).upper())
                .isEqualTo(1);
    }

    @Test
    void aBillionIsNoObstacle() {
        double lambda = NoncentralChiSquare.noncentrality(3, 1e9, TailProbability.lower(0.025));
        // √λ is about √x + 1.96
        assertThat(Math.sqrt(lambda)).isCloseTo(Math.sqrt(1e9) + 1.959964, Percentage.withPercentage(1e-6));
        NoncentralHypergeometric table = new NoncentralHypergeometric(1e9, 1e9, 1e9, Deadline.none());
        double odds = table.oddsWithMean(5.0001e8);
        assertThat(odds).isCloseTo(Math.pow(5.0001 / 4.9999, 2), Percentage.withPercentage(1e-6));
    }

    @Property(tries = 30)
    void oddsHaveTheTailsTheyAreAskedFor(
            @ForAll @IntRange(min = 1, max = 60) int row1,
            @ForAll @IntRange(min = 1, max = 60) int row2,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double position) {
        double column = Math.max(1, Math.floor(share * (row1 + row2)));
        NoncentralHypergeometric table = new NoncentralHypergeometric(row1, row2, column, Deadline.none());
        double x = Math.rint(table.lowest() + position * (table.highest() - table.lowest()));
        if (x > table.lowest()) {
            assertThat(table.at(x, table.oddsWithAtLeast(x, 0.025)).atLeast())
                    .isCloseTo(0.025, Percentage.withPercentage(1e-8));
        }
        if (x < table.highest()) {
            assertThat(table.at(x, table.oddsWithAtMost(x, 0.025)).atMost())
                    .isCloseTo(0.025, Percentage.withPercentage(1e-8));
        }
        if (x > table.lowest() && x < table.highest()) {
            assertThat(table.at(x, table.oddsWithMean(x)).mean()).isCloseTo(x, Percentage.withPercentage(1e-10));
        }
    }
}
