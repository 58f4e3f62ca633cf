package org.mlmath.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.MissingValues;

class RankTestsTest {
    private static final Percentage TO_TEN_DIGITS = Percentage.withPercentage(1e-8);

    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = RankTestsTest.class.getResourceAsStream("rank-tests.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void everyNumberAgreesWithR(JsonNode r) {
        TestResult result = answer(r.get("kind").asText(), r.get("request"));
        assertThat(result.statistic()).isCloseTo(number(r, "statistic"), TO_TEN_DIGITS);
        assertThat(result.pValue()).isCloseTo(number(r, "pValue"), TO_TEN_DIGITS);
        if (r.has("estimate")) {
            assertThat(result.estimate()).isCloseTo(number(r, "estimate"), TO_TEN_DIGITS);
        }
        if (r.has("lower")) {
            // R excludes the null value's own rounding; where it solves for the ends, they are good to 1e-4.
            assertEnds(result.confidenceInterval(), number(r, "lower"), number(r, "upper"), number(r, "roundedTo"));
        }
        if (r.has("effectLower")) {
            assertEnds(
                    result.effectSize().confidenceInterval(),
                    number(r, "effectLower"),
                    number(r, "effectUpper"),
                    1e-12);
        }
    }

    private static void assertEnds(Interval interval, double lower, double upper, double tolerance) {
        assertThat(interval.lower()).isCloseTo(lower, Offset.offset(tolerance));
        assertThat(interval.upper()).isCloseTo(upper, Offset.offset(tolerance));
    }

    private static double number(JsonNode node, String name) {
        return Double.parseDouble(node.get(name).asText());
    }

    private static TestResult answer(String kind, JsonNode r) {
        Alternative alternative = choice(Alternative.class, r, "alternative");
        Double alpha = r.has("alpha") ? r.get("alpha").asDouble() : null;
        Double nullValue = r.has("nullValue") ? r.get("nullValue").asDouble() : null;
        TestMethod method = choice(TestMethod.class, r, "method");
        Boolean corrected =
                r.has("continuityCorrection") ? r.get("continuityCorrection").asBoolean() : null;
        Deadline none = Deadline.none();
        return switch (kind) {
            case "mann-whitney" ->
                MannWhitney.of(
                        new MannWhitneyRequest(
                                sample(r.get("a")),
                                sample(r.get("b")),
                                nullValue,
                                alternative,
                                alpha,
                                method,
                                corrected,
                                null,
                                null),
                        none);
            case "wilcoxon-signed-rank" ->
                WilcoxonSignedRank.of(
                        new WilcoxonSignedRankRequest(
                                sample(r.get("data")),
                                null,
                                null,
                                nullValue,
                                alternative,
                                alpha,
                                choice(ZeroMethod.class, r, "zeroMethod"),
                                method,
                                corrected,
                                null,
                                null),
                        none);
            case "sign" ->
                SignTest.of(new SignTestRequest(
                        sample(r.get("data")),
                        null,
                        null,
                        nullValue,
                        alternative,
                        alpha,
                        method,
                        corrected,
                        null,
                        null));
            case "kruskal-wallis" ->
                KruskalWallis.of(new KruskalWallisRequest(groups(r.get("groups")), alpha, method, null, null), none)
                        .test();
            default -> FriedmanTest.of(new FriedmanRequest(groups(r.get("groups")), alpha, method, null, null), none);
        };
    }

    private static <E extends Enum<E>> E choice(Class<E> type, JsonNode request, String name) {
        return request.has(name)
                ? Enum.valueOf(type, request.get(name).asText().toUpperCase().replace('-', '_'))
                : null;
    }

    private static List<Observations> groups(JsonNode groups) {
        return StreamSupport.stream(groups.spliterator(), false)
                .map(RankTestsTest::sample)
                .toList();
    }

    private static Observations sample(JsonNode values) {
        return new Observations(StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray());
    }

    private static Observations sample(double... values) {
        return new Observations(values);
    }

    private static Observations sample(List<Integer> values) {
        return sample(values.stream().mapToDouble(v -> v).toArray());
    }

    private static TestResult mannWhitney(Observations a, Observations b, Alternative alternative, TestMethod method) {
        return MannWhitney.of(
                new MannWhitneyRequest(a, b, null, alternative, null, method, null, null, true), Deadline.none());
    }

    private static TestResult signedRank(
            Observations data, Alternative alternative, TestMethod method, ZeroMethod zeros) {
        return WilcoxonSignedRank.of(
                new WilcoxonSignedRankRequest(
                        data, null, null, null, alternative, null, zeros, method, null, null, true),
                Deadline.none());
    }

    @Property(tries = 60)
    void exchangingTheSamplesTurnsEverythingRound(
            @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 12) Integer> x,
            @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 12) Integer> y,
            @ForAll TestMethod method) {
        TestResult result = mannWhitney(sample(x), sample(y), Alternative.GREATER, method);
        TestResult turned = mannWhitney(sample(y), sample(x), Alternative.LESS, method);
        assertThat(turned.pValue()).isCloseTo(result.pValue(), Offset.offset(1e-12));
        assertThat(turned.statistic() + result.statistic()).isEqualTo(x.size() * y.size());
        assertThat(turned.estimate()).isEqualTo(-result.estimate() + 0.0);
        assertThat(turned.confidenceInterval().upper())
                .isEqualTo(-result.confidenceInterval().lower() + 0.0);
        assertThat(turned.effectSize().confidenceInterval().upper())
                .isCloseTo(-result.effectSize().confidenceInterval().lower(), Offset.offset(1e-12));
    }

    @Property(tries = 60)
    void onlyTheOrderOfTheValuesMatters(
            @ForAll @Size(min = 2, max = 9) List<@IntRange(min = -5, max = 9) Integer> x,
            @ForAll @Size(min = 2, max = 9) List<@IntRange(min = -5, max = 9) Integer> y,
            @ForAll TestMethod method) {
        double p = mannWhitney(sample(x), sample(y), null, method).pValue();
        double cubed = mannWhitney(
                        sample(x.stream().mapToDouble(v -> Math.pow(v, 3) - 7).toArray()),
                        sample(y.stream().mapToDouble(v -> Math.pow(v, 3) - 7).toArray()),
                        null,
                        method)
                .pValue();
        assertThat(cubed).isEqualTo(p);
        assertThat(p).isBetween(0.0, 1.0);
    }

    @Property(tries = 60)
    void theTailsOfAnExactTestOverlapInTheStatisticOnly(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 6) Integer> x,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 6) Integer> y) {
        double less = mannWhitney(sample(x), sample(y), Alternative.LESS, TestMethod.EXACT)
                .pValue();
        double greater = mannWhitney(sample(x), sample(y), Alternative.GREATER, TestMethod.EXACT)
                .pValue();
        double both = mannWhitney(sample(x), sample(y), Alternative.TWO_SIDED, TestMethod.EXACT)
                .pValue();
        assertThat(less + greater).isGreaterThanOrEqualTo(1 - 1e-12);
        assertThat(both).isCloseTo(Math.min(1, 2 * Math.min(less, greater)), TO_TEN_DIGITS);
    }

    @Property(tries = 60)
    void changingAllSignsTurnsTheSignedRankTestRound(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = -6, max = 6) Integer> values,
            @ForAll TestMethod method,
            @ForAll ZeroMethod zeros) {
        if (values.stream().allMatch(v -> v == 0)) {
            return;
        }
        double[] data = values.stream().mapToDouble(v -> v).toArray();
        double[] negated = Arrays.stream(data).map(v -> -v).toArray();
        TestResult result = signedRank(sample(data), Alternative.GREATER, method, zeros);
        TestResult turned = signedRank(sample(negated), Alternative.LESS, method, zeros);
        assertThat(turned.pValue()).isCloseTo(result.pValue(), Offset.offset(1e-12));
        assertThat(turned.estimate()).isEqualTo(-result.estimate() + 0.0);
        assertThat(turned.effectSize().value()).isCloseTo(-result.effectSize().value(), Offset.offset(1e-12));
        assertThat(result.pValue()).isBetween(0.0, 1.0);
    }

    @Property(tries = 40)
    void theLastStepHasThePValueThatIsAnswered(
            @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 12) Integer> x,
            @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 12) Integer> y,
            @ForAll TestMethod method,
            @ForAll Alternative alternative) {
        TestResult result = mannWhitney(sample(x), sample(y), alternative, method);
        Step last = result.steps().getLast();
        assertThat(last.kind()).isEqualTo("decision");
        assertThat(last.value()).isEqualTo(result.pValue());
    }

    @Property(tries = 40)
    void effectSizesLieInTheirIntervals(
            @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 12) Integer> x,
            @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 12) Integer> y) {
        var effect = mannWhitney(sample(x), sample(y), null, null).effectSize();
        assertThat(effect.confidenceInterval().lower()).isBetween(-1.0, effect.value() + 1e-12);
        assertThat(effect.confidenceInterval().upper()).isBetween(effect.value() - 1e-12, 1.0);
    }

    @Test
    void aCompleteSeparationIsNoCertainty() {
        var effect =
                mannWhitney(sample(1, 2, 3), sample(7, 8, 9, 10), null, null).effectSize();
        assertThat(effect.value()).isEqualTo(-1);
        assertThat(effect.confidenceInterval().lower()).isEqualTo(-1);
        assertThat(effect.confidenceInterval().upper()).isBetween(-0.8, 0.0);
    }

    @Test
    void samplesThatAreAllEqualAreAsProbableAsCanBe() {
        TestResult result = mannWhitney(sample(2, 2, 2), sample(2, 2), null, null);
        assertThat(result.pValue()).isEqualTo(1);
        assertThat(result.statistic()).isEqualTo(3);
        assertThat(result.estimate()).isZero();
    }

    @Test
    void oneObservationEachCanShowNothing() {
        TestResult result = mannWhitney(sample(1), sample(2), null, null);
        assertThat(result.pValue()).isEqualTo(1);
        assertThat(result.warnings()).extracting(Warning::code).contains("cannot-reject", "level-not-reached");
        assertThat(signedRank(sample(5), null, null, null).pValue()).isEqualTo(1);
    }

    @Test
    void aMillionValuesAreTested() {
        SplittableRandom random = new SplittableRandom(3);
        double[] a = random.doubles(500_000).toArray();
        double[] b = random.doubles(500_000).map(x -> x + 0.01).toArray();
        TestResult result = mannWhitney(sample(a), sample(b), null, null);
        assertThat(result.estimate()).isCloseTo(-0.01, Offset.offset(0.002));
        assertThat(result.confidenceInterval().lower()).isLessThan(result.estimate());
        assertThat(result.diagnostics().exact()).isFalse();
    }

    @Test
    void anExactTestThatTakesTooLongIsRefused() {
        double[] a = new SplittableRandom(1).doubles(3000).toArray();
        assertThatThrownBy(() -> mannWhitney(sample(a), sample(a), null, TestMethod.EXACT))
                .isInstanceOfSatisfying(LimitExceededException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/method"));
    }

    @ParameterizedTest
    @EnumSource(ZeroMethod.class)
    void zerosOnlyHaveNoSigns(ZeroMethod zeros) {
        assertThatThrownBy(() -> signedRank(sample(0, 0, 0), null, null, zeros))
                .isInstanceOf(InsufficientDataException.class);
    }

    @Test
    void pairsWithAMissingMemberAreOmittedTogether() {
        double nan = Double.NaN;
        TestResult result = WilcoxonSignedRank.of(
                new WilcoxonSignedRankRequest(
                        null,
                        sample(1, nan, 3, 5, 8),
                        sample(2, 3, nan, 4, 1),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        MissingValues.OMIT,
                        null),
                Deadline.none());
        assertThat(result.warnings()).extracting(Warning::code).contains("missing-omitted");
        assertThat(result.statistic()).isEqualTo(4.5); // of -1, 1, 7
    }
}
