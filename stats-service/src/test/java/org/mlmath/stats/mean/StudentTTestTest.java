package org.mlmath.stats.mean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.DegreesOfFreedom;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

class StudentTTestTest {
    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = StudentTTestTest.class.getResourceAsStream("t-tests.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void everyNumberAgreesWithFiftyDigits(JsonNode reference) {
        TestResult result = answer(reference.get("kind").asText(), reference.get("request"));
        assertClose(reference, "statistic", result.statistic(), 1e-13);
        assertClose(reference, "pValue", result.pValue(), 1e-11);
        assertClose(reference, "degreesOfFreedom", degrees(result), 1e-13);
        assertClose(reference, "estimate", result.estimate(), 1e-13);
        assertClose(reference, "standardError", result.standardError(), 1e-13);
        assertClose(reference, "lower", result.confidenceInterval().lower(), 1e-12);
        assertClose(reference, "upper", result.confidenceInterval().upper(), 1e-12);
        assertClose(reference, "effectSize", result.effectSize().value(), 1e-13);
    }

    private static void assertClose(JsonNode reference, String name, double actual, double tolerance) {
        double expected = Double.parseDouble(reference.get(name).asText());
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(name).isEqualTo(expected);
        } else {
            assertThat(actual).as(name).isCloseTo(expected, Percentage.withPercentage(100 * tolerance));
        }
    }

    private static TestResult answer(String kind, JsonNode request) {
        Alternative alternative =
                switch (request.path("alternative").asText()) {
                    case "less" -> Alternative.LESS;
                    case "greater" -> Alternative.GREATER;
                    default -> Alternative.TWO_SIDED;
                };
        Double nullValue = request.path("nullValue").asDouble(0);
        Double alpha = request.path("alpha").asDouble(0.05);
        return switch (kind) {
            case "t-one-sample" ->
                StudentTTest.oneSample(new StudentTOneSampleRequest(
                        sample(request.get("data")), nullValue, alternative, alpha, null, null));
            case "t-two-sample" ->
                StudentTTest.twoSample(new StudentTTwoSampleRequest(
                        sample(request.get("a")),
                        sample(request.get("b")),
                        request.path("equalVariances").asBoolean(),
                        nullValue,
                        alternative,
                        alpha,
                        null,
                        null));
            default ->
                StudentTTest.paired(new StudentTPairedRequest(
                        sample(request.get("a")),
                        sample(request.get("b")),
                        null,
                        nullValue,
                        alternative,
                        alpha,
                        null,
                        null));
        };
    }

    private static double degrees(TestResult result) {
        return (Double) result.degreesOfFreedom().value();
    }

    private static SampleOrSummary sample(JsonNode array) {
        return sample(StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray());
    }

    private static SampleOrSummary sample(double... values) {
        return new SampleOrSummary(values, null);
    }

    private static TestResult oneSample(double nullValue, Alternative alternative, double alpha, double... data) {
        return StudentTTest.oneSample(
                new StudentTOneSampleRequest(sample(data), nullValue, alternative, alpha, null, null));
    }

    private static TestResult twoSample(double[] a, double[] b, boolean pooled, double nullValue, double alpha) {
        return StudentTTest.twoSample(new StudentTTwoSampleRequest(
                sample(a), sample(b), pooled, nullValue, Alternative.TWO_SIDED, alpha, null, true));
    }

    @Provide
    Arbitrary<double[]> samples() {
        return Arbitraries.doubles()
                .between(-100, 100)
                .ofScale(4)
                .array(Double[].class)
                .ofMinSize(3)
                .ofMaxSize(20)
                .map(boxed -> Arrays.stream(boxed).mapToDouble(x -> x).toArray())
                .filter(values -> DoubleStream.of(values).distinct().count() > 1);
    }

    @Property(tries = 60)
    void exchangingTheSamplesChangesTheSignOnly(
            @ForAll("samples") double[] a, @ForAll("samples") double[] b, @ForAll boolean pooled) {
        TestResult result = twoSample(a, b, pooled, 0, 0.05);
        TestResult exchanged = twoSample(b, a, pooled, 0, 0.05);
        assertThat(exchanged.statistic()).isCloseTo(-result.statistic(), Percentage.withPercentage(1e-9));
        assertThat(exchanged.pValue()).isCloseTo(result.pValue(), Percentage.withPercentage(1e-8));
    }

    @Property(tries = 40)
    void anEndOfTheConfidenceIntervalIsJustRejected(
            @ForAll("samples") double[] a,
            @ForAll("samples") double[] b,
            @ForAll boolean pooled,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double alpha) {
        double end = twoSample(a, b, pooled, 0, alpha).confidenceInterval().upper();
        assertThat(twoSample(a, b, pooled, end, alpha).pValue()).isCloseTo(alpha, Percentage.withPercentage(1e-7));
    }

    @Property(tries = 40)
    void oneSidedPValuesAddToOneAndTheSmallerIsHalfOfTheTwoSided(@ForAll("samples") double[] data) {
        double less = oneSample(1, Alternative.LESS, 0.05, data).pValue();
        double greater = oneSample(1, Alternative.GREATER, 0.05, data).pValue();
        double twoSided = oneSample(1, Alternative.TWO_SIDED, 0.05, data).pValue();
        assertThat(less + greater).isCloseTo(1, Percentage.withPercentage(1e-12));
        assertThat(2 * Math.min(less, greater)).isCloseTo(twoSided, Percentage.withPercentage(1e-10));
    }

    @Property(tries = 30)
    void theScaleOfTheDataDoesNotMatter(
            @ForAll("samples") double[] data, @ForAll @IntRange(min = -900, max = 900) int e) {
        double[] scaled = Arrays.stream(data).map(x -> Math.scalb(x, e)).toArray();
        TestResult result = oneSample(0, Alternative.TWO_SIDED, 0.05, data);
        TestResult other = oneSample(0, Alternative.TWO_SIDED, 0.05, scaled);
        assertThat(other.statistic()).isCloseTo(result.statistic(), Percentage.withPercentage(1e-11));
        assertThat(other.effectSize().value()).isCloseTo(result.effectSize().value(), Percentage.withPercentage(1e-11));
    }

    @Property(tries = 30)
    void aSummaryGivesWhatItsSampleGives(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
        TestResult full = twoSample(a, b, false, 0, 0.05);
        TestResult summarized = StudentTTest.twoSample(
                new StudentTTwoSampleRequest(summary(a), summary(b), null, null, null, null, null, null));
        // Means are computed apart, so the difference loses what they have in common.
        assertThat(Math.abs(summarized.statistic() - full.statistic()))
                .isLessThan(1e-13 * 200 / full.standardError() + 1e-10 * Math.abs(full.statistic()));
        assertThat(degrees(summarized)).isCloseTo(degrees(full), Percentage.withPercentage(1e-9));
    }

    private static SampleOrSummary summary(double[] data) {
        SampleMoments moments = SampleMoments.of(data);
        return new SampleOrSummary(
                null, new SampleOrSummary.Summary(moments.mean(), moments.standardDeviation(), (long) data.length));
    }

    @Property(tries = 20)
    void theLastStepHasThePValueThatIsAnswered(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
        TestResult result = twoSample(a, b, false, 0, 0.05);
        Step last = result.steps().getLast();
        assertThat(last.kind()).isEqualTo("decision");
        assertThat(last.value()).isEqualTo(result.pValue());
        assertThat(result.steps()).extracting(Step::kind).startsWith("hypotheses");
    }

    @Property(tries = 20)
    void theIntervalOfTheEffectSizeHoldsIt(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
        EffectSize effect = twoSample(a, b, true, 0, 0.05).effectSize();
        assertThat(effect.value())
                .isBetween(
                        effect.confidenceInterval().lower(),
                        effect.confidenceInterval().upper());
        assertThat(Math.abs(effect.unbiased())).isLessThanOrEqualTo(Math.abs(effect.value()));
    }

    @Test
    void cohensDOfTheSleepDataHasTheKnownInterval() {
        // SciPy 1.10.1: nct.cdf(-4.062128, 9, δ) is 0.975 and 0.025 at √10 times these
        EffectSize effect = oneSample(
                        0, Alternative.TWO_SIDED, 0.05, -1.2, -2.4, -1.3, -1.3, 0, -1.0, -1.8, -0.8, -4.6, -1.4)
                .effectSize();
        assertThat(effect.value()).isCloseTo(-1.284558, Percentage.withPercentage(1e-4));
        assertThat(effect.confidenceInterval().lower()).isCloseTo(-2.118017, Percentage.withPercentage(1e-4));
        assertThat(effect.confidenceInterval().upper()).isCloseTo(-0.4146278, Percentage.withPercentage(1e-4));
    }

    @Test
    void dataOfAnyMagnitudeAreTested() {
        assertThat(oneSample(0, Alternative.TWO_SIDED, 0.05, 1e300, 2e300, 4e300)
                        .statistic())
                .isCloseTo(2.6457513110645907, Percentage.withPercentage(1e-11));
        assertThat(oneSample(0, Alternative.TWO_SIDED, 0.05, 1e-300, 2e-300, 4e-300)
                        .statistic())
                .isCloseTo(2.6457513110645907, Percentage.withPercentage(1e-11));
    }

    @Test
    void hopelesslyLargeEffectsStillHaveAnAnswer() {
        double[] data = new double[50];
        Arrays.setAll(data, i -> 1e6 + i % 3);
        TestResult result = oneSample(0, Alternative.TWO_SIDED, 0.05, data);
        assertThat(result.pValue()).isBetween(0.0, 1e-250);
        assertThat(result.effectSize().confidenceInterval().lower()).isPositive();
        assertThat(result.interpretation()).doesNotContain("probability that");
    }

    @Test
    void anEffectOfTenBillionDeviationsIsStillMeasured() {
        SampleOrSummary far = new SampleOrSummary(null, new SampleOrSummary.Summary(1e10, 1.0, 3L));
        SampleOrSummary near = new SampleOrSummary(null, new SampleOrSummary.Summary(0.0, 1e-5, 3L));
        EffectSize effect = StudentTTest.twoSample(
                        new StudentTTwoSampleRequest(far, near, null, null, null, null, null, null))
                .effectSize();
        assertThat(effect.value())
                .isBetween(
                        effect.confidenceInterval().lower(),
                        effect.confidenceInterval().upper());
    }

    @Test
    void aStatisticThatOverflowsIsUndefined() {
        SampleOrSummary summary = new SampleOrSummary(null, new SampleOrSummary.Summary(1e308, 1e-308, 9L));
        assertThatThrownBy(() ->
                        StudentTTest.oneSample(new StudentTOneSampleRequest(summary, null, null, null, null, null)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void pairsWithAMissingMemberAreOmittedTogether() {
        double nan = Double.NaN;
        TestResult result = StudentTTest.paired(new StudentTPairedRequest(
                sample(1, nan, 3, 5, 8), sample(2, 3, nan, 4, 1), null, null, null, null, MissingValues.OMIT, null));
        assertThat(result.degreesOfFreedom()).isEqualTo(DegreesOfFreedom.of(2));
        assertThat(result.warnings()).extracting("code").contains("missing-omitted");
    }

    @Test
    void withoutVariationThereIsNoStatistic() {
        assertThatThrownBy(() -> oneSample(0, Alternative.TWO_SIDED, 0.05, 2, 2, 2))
                .isInstanceOfSatisfying(InsufficientDataException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/data"));
        assertThatThrownBy(() -> twoSample(new double[] {1}, new double[] {2}, true, 0, 0.05))
                .isInstanceOf(InsufficientDataException.class);
        // One sample that varies is enough for two.
        assertThat(twoSample(new double[] {1, 1}, new double[] {2, 3}, false, 0, 0.05)
                        .degreesOfFreedom())
                .isEqualTo(DegreesOfFreedom.of(1));
    }
}
