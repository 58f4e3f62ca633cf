package org.mlmath.numerics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;

class StudentComparisonTest {
    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = StudentComparisonTest.class.getResourceAsStream("student-comparisons.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    private static StudentComparison.Mean mean(double degreesOfFreedom, double location, double scale) {
        return new StudentComparison.Mean(degreesOfFreedom, location, scale);
    }

    private static StudentComparison.Mean mean(JsonNode node) {
        return mean(node.get(0).asDouble(), node.get(1).asDouble(), node.get(2).asDouble());
    }

    private static StudentComparison comparison(StudentComparison.Mean a, StudentComparison.Mean b) {
        return new StudentComparison(a, b, Deadline.none());
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithQuadratureOfThirtyDigits(JsonNode reference) {
        StudentComparison comparison = comparison(mean(reference.get("a")), mean(reference.get("b")));
        double delta = reference.get("delta").asDouble();
        assertClose(
                reference, "probabilityAboveDelta", comparison.difference(delta).upper());
        assertClose(reference, "expectedLossA", comparison.expectedLossA());
        assertClose(reference, "expectedLossB", comparison.expectedLossB());
    }

    private static void assertClose(JsonNode reference, String name, double actual) {
        double expected = Double.parseDouble(reference.get(name).asText());
        assertThat(actual).as(name).isCloseTo(expected, Percentage.withPercentage(1e-9));
    }

    @Property(tries = 40)
    void againstAPointNextToNothingRemainsOfTheQuadrature(
            @ForAll @DoubleRange(min = 1, max = 60) double degreesOfFreedom,
            @ForAll @DoubleRange(min = -50, max = 50) double at) {
        StudentComparison point = comparison(mean(30, at, 1e-9), mean(degreesOfFreedom, 1, 2));
        double expected = new StudentT(degreesOfFreedom, 1, 2).tails(at).upper();
        assertThat(point.difference(0).upper()).isCloseTo(expected, Percentage.withPercentage(1e-6));
    }

    @Property(tries = 25)
    void aQuantileHasItsProbabilityBelowIt(
            @ForAll @DoubleRange(min = 0.5, max = 60) double ofA,
            @ForAll @DoubleRange(min = 0.5, max = 60) double ofB,
            @ForAll @DoubleRange(min = 0.1, max = 10) double ratio,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        StudentComparison comparison = comparison(mean(ofA, 3, 1), mean(ofB, 5, ratio));
        double quantile = comparison.differenceQuantile(TailProbability.lower(p));
        assertThat(comparison.difference(quantile).lower()).isCloseTo(p, Percentage.withPercentage(1e-8));
    }

    @Test
    void theDifferenceOfCauchyVariablesIsACauchyVariable() {
        StudentComparison cauchy = comparison(mean(1, 2, 1), mean(1, 5, 3));
        StudentT difference = new StudentT(1, 3, 4);
        for (double delta : new double[] {-1e6, -20, 0, 3, 11, 1e9}) {
            assertThat(cauchy.difference(delta).upper())
                    .isCloseTo(difference.tails(delta).upper(), Percentage.withPercentage(1e-9));
        }
        assertThat(cauchy.expectedLossA()).isInfinite();
        assertThat(cauchy.meanDifference()).isNaN();
    }

    @Property(tries = 20)
    void lossesDifferByTheMeanDifferenceAlsoWhereTailsAreHardlyIntegrable(
            @ForAll @DoubleRange(min = 1.03, max = 3) double ofA,
            @ForAll @DoubleRange(min = 1.03, max = 9) double ofB) {
        StudentComparison comparison = comparison(mean(ofA, 3, 1), mean(ofB, 5, 2));
        double difference = comparison.expectedLossA() - comparison.expectedLossB();
        assertThat(difference).isCloseTo(2, Percentage.withPercentage(1e-8));
    }

    @Test
    void posteriorsFurtherApartThanDoublesGoAreRefused() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(
                        () -> comparison(mean(5, 0, 1), mean(5, 1e308, 0.01)).difference(0));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(
                        () -> comparison(mean(5, 0, 1e-200), mean(5, 0, 1e200)).difference(0));
    }
}
