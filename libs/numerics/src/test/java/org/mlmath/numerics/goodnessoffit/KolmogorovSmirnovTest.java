package org.mlmath.numerics.goodnessoffit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.numerics.Deadline;

class KolmogorovSmirnovTest {
    private static final Percentage TO_ELEVEN_DIGITS = Percentage.withPercentage(1e-9);

    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = KolmogorovSmirnovTest.class.getResourceAsStream("kolmogorov-smirnov.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void probabilitiesAgreeWithExactOnes(JsonNode r) {
        switch (r.get("kind").asText()) {
            case "one-sample" -> {
                int n = r.get("n").asInt();
                double d = r.get("d").asDouble();
                assertThat(KolmogorovDistribution.oneSided(n, d))
                        .isCloseTo(r.get("oneSided").asDouble(), TO_ELEVEN_DIGITS);
                assertThat(KolmogorovDistribution.twoSided(n, d, Deadline.none()))
                        .isCloseTo(r.get("twoSided").asDouble(), TO_ELEVEN_DIGITS);
            }
            case "two-samples" ->
                assertThat(SmirnovTwoSample.atLeast(
                                sorted(r.get("a")),
                                sorted(r.get("b")),
                                r.get("observed").asLong(),
                                side(r.get("side").asText()),
                                Deadline.none()))
                        .isCloseTo(r.get("p").asDouble(), TO_ELEVEN_DIGITS);
            default ->
                assertThat(KolmogorovDistribution.limit(r.get("z").asDouble()))
                        .isCloseTo(r.get("p").asDouble(), TO_ELEVEN_DIGITS);
        }
    }

    private static SmirnovTwoSample.Side side(String name) {
        return switch (name) {
            case "greater" -> SmirnovTwoSample.Side.FIRST_ABOVE;
            case "less" -> SmirnovTwoSample.Side.SECOND_ABOVE;
            default -> SmirnovTwoSample.Side.BOTH;
        };
    }

    private static double[] sorted(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .sorted()
                .toArray();
    }

    /** Where Durbin's formula hands over to the expansion, both give the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1.2})
    void theExpansionMeetsTheExactFormula(double z) {
        int n = KolmogorovDistribution.EXPANSION_FROM;
        double d = z / Math.sqrt(n);
        double exact = KolmogorovDistribution.durbin(n, d, Deadline.none());
        assertThat(KolmogorovDistribution.expansion(n, z)).isCloseTo(exact, Offset.offset(1e-9));
        assertThat(KolmogorovDistribution.twoSided(n, d, Deadline.none())).isCloseTo(1 - exact, Offset.offset(1e-9));
    }

    @Test
    void whereBothSidesHardlyEverReachItTheExpansionIsNotNeeded() {
        int n = KolmogorovDistribution.EXPANSION_FROM;
        for (double square : new double[] {3, 3.5, 4.4, 4.6}) {
            double d = Math.sqrt(square / n);
            assertThat(KolmogorovDistribution.twoSided(n, d, Deadline.none()))
                    .isCloseTo(1 - KolmogorovDistribution.expansion(n, Math.sqrt(square)), Offset.offset(1e-9));
        }
    }

    @Property(tries = 60)
    void aLargerDistanceIsLessProbable(
            @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @DoubleRange(min = 0.01, max = 0.95) double d) {
        double p = KolmogorovDistribution.twoSided(n, d, Deadline.none());
        double further = KolmogorovDistribution.twoSided(n, d + 0.02, Deadline.none());
        assertThat(further).isBetween(0.0, p * (1 + 1e-12));
        assertThat(KolmogorovDistribution.oneSided(n, d)).isBetween(0.5 * p * (1 - 1e-11), p * (1 + 1e-12));
    }

    @Property(tries = 60)
    void exchangingTheSamplesExchangesTheSides(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 8) Integer> x,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 8) Integer> y) {
        double[] a = x.stream().mapToDouble(v -> v).sorted().toArray();
        double[] b = y.stream().mapToDouble(v -> v).sorted().toArray();
        long above = SmirnovTwoSample.distance(a, b, SmirnovTwoSample.Side.FIRST_ABOVE)
                .scaled();
        assertThat(SmirnovTwoSample.distance(b, a, SmirnovTwoSample.Side.SECOND_ABOVE)
                        .scaled())
                .isEqualTo(above);
        double p = SmirnovTwoSample.atLeast(a, b, above, SmirnovTwoSample.Side.FIRST_ABOVE, Deadline.none());
        assertThat(SmirnovTwoSample.atLeast(b, a, above, SmirnovTwoSample.Side.SECOND_ABOVE, Deadline.none()))
                .isCloseTo(p, TO_ELEVEN_DIGITS);
    }

    @Test
    void tinyProbabilitiesOfTwoSamplesKeepTheirDigits() {
        double[] a = new double[40];
        double[] b = new double[40];
        Arrays.setAll(a, i -> i);
        Arrays.setAll(b, i -> 100 + i);
        // Two of C(80, 40) assignments separate the samples.
        assertThat(SmirnovTwoSample.atLeast(a, b, 1600, SmirnovTwoSample.Side.BOTH, Deadline.none()))
                .isCloseTo(2 / 1.0750720873333662e23, TO_ELEVEN_DIGITS);
    }

    @Test
    void aMillionObservationsAreNoTrouble() {
        assertThat(KolmogorovDistribution.twoSided(1_000_000, 1.36e-3, Deadline.none()))
                .isCloseTo(KolmogorovDistribution.limit(1.36 + 1.0 / 6 / 1000), Percentage.withPercentage(1e-3));
    }
}
