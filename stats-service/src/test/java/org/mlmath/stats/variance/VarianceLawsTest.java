package org.mlmath.stats.variance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.number.SampleOrSummary;

class VarianceLawsTest {
    @Provide
    Arbitrary<double[]> samples() {
        return Arbitraries.doubles()
                .between(-100, 100)
                .ofScale(3)
                .array(Double[].class)
                .ofMinSize(3)
                .ofMaxSize(12)
                .map(boxed -> Arrays.stream(boxed).mapToDouble(x -> x).toArray())
                .filter(values -> DoubleStream.of(values).distinct().count() > 2);
    }

    private static List<SampleOrSummary> groups(double[]... data) {
        return Arrays.stream(data).map(x -> new SampleOrSummary(x, null)).toList();
    }

    private static TestResult anova(List<SampleOrSummary> groups) {
        return OneWayAnova.test(new OneWayAnovaRequest(groups, null, null, true))
                .test();
    }

    @Property(tries = 40)
    void ofTwoGroupsFIsTheSquareOfThePooledT(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
        SampleMoments x = SampleMoments.of(a);
        SampleMoments y = SampleMoments.of(b);
        double degrees = a.length + b.length - 2.0;
        double pooled = Math.sqrt((squares(x, a.length) + squares(y, b.length)) / degrees);
        double t = x.meanMinus(y) / (pooled * Math.sqrt(1.0 / a.length + 1.0 / b.length));
        TestResult result = anova(groups(a, b));
        assertThat(result.statistic()).isCloseTo(t * t, Percentage.withPercentage(1e-9));
        double p = 2 * new StudentT(degrees).tails(-Math.abs(t)).lower();
        assertThat(result.pValue()).isCloseTo(p, Percentage.withPercentage(1e-8));
        assertThat(result.steps().getLast().value()).isEqualTo(result.pValue());
    }

    private static double squares(SampleMoments moments, int n) {
        return (n - 1) * moments.standardDeviation() * moments.standardDeviation();
    }

    @Property(tries = 30)
    void theSumsOfSquaresAddUpToTheTotal(
            @ForAll("samples") double[] a, @ForAll("samples") double[] b, @ForAll("samples") double[] c) {
        List<VarianceSource> table = OneWayAnova.test(new OneWayAnovaRequest(groups(a, b, c), null, null, null))
                .table();
        double[] all = DoubleStream.concat(Arrays.stream(a), DoubleStream.concat(Arrays.stream(b), Arrays.stream(c)))
                .toArray();
        assertThat(table.get(2).sumOfSquares())
                .isCloseTo(squares(SampleMoments.of(all), all.length), Percentage.withPercentage(1e-10));
    }

    @Property(tries = 30)
    void theScaleOfTheDataDoesNotMatter(
            @ForAll("samples") double[] a,
            @ForAll("samples") double[] b,
            @ForAll @IntRange(min = -900, max = 900) int exponent) {
        TestResult result = anova(groups(a, b));
        TestResult scaled = anova(groups(scaled(a, exponent), scaled(b, exponent)));
        assertThat(scaled.statistic()).isCloseTo(result.statistic(), Percentage.withPercentage(1e-9));
    }

    private static double[] scaled(double[] data, int exponent) {
        return Arrays.stream(data).map(x -> Math.scalb(x, exponent)).toArray();
    }

    @Property(tries = 30)
    void summariesGiveWhatTheirSamplesGive(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
        TestResult full = anova(groups(a, b));
        TestResult summarized = anova(List.of(summary(a), summary(b)));
        assertThat(Math.abs(summarized.statistic() - full.statistic()))
                .isLessThanOrEqualTo(1e-9 * Math.max(1e-3, full.statistic()));
    }

    private static SampleOrSummary summary(double[] data) {
        SampleMoments moments = SampleMoments.of(data);
        return new SampleOrSummary(
                null, new SampleOrSummary.Summary(moments.mean(), moments.standardDeviation(), (long) data.length));
    }

    /** Variances do not change when a group is moved. */
    @Property(tries = 30)
    void testsOfVariancesDoNotSeeWhereAGroupLies(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
        double[] moved = Arrays.stream(b).map(x -> x + 4096).toArray();
        double levene = LeveneTest.test(new LeveneRequest(groups(a, b), null, null, null, null))
                .test()
                .pValue();
        double leveneMoved = LeveneTest.test(new LeveneRequest(groups(a, moved), null, null, null, null))
                .test()
                .pValue();
        assertThat(leveneMoved).isCloseTo(levene, Percentage.withPercentage(1e-6));
        double bartlett = BartlettTest.test(new BartlettRequest(groups(a, b), null, null, null))
                .pValue();
        double bartlettMoved = BartlettTest.test(new BartlettRequest(groups(a, moved), null, null, null))
                .pValue();
        assertThat(bartlettMoved).isCloseTo(bartlett, Percentage.withPercentage(1e-6));
    }

    /** Of two groups there is one comparison, and its range is √2 times t. */
    @Property(tries = 15)
    void tukeysComparisonOfTwoGroupsIsTheTTest(@ForAll("samples") double[] a, @ForAll("samples") double[] b) {
        TukeyHsdResult tukey = TukeyTest.test(new TukeyHsdRequest(groups(a, b), null, null, null), Deadline.none());
        assertThat(tukey.comparisons()).hasSize(1);
        assertThat(tukey.test().pValue()).isCloseTo(anova(groups(a, b)).pValue(), Percentage.withPercentage(1e-6));
    }

    @Property(tries = 20)
    void inABalancedDesignAllTypesOfSumsOfSquaresAgree(@ForAll @IntRange(min = 0, max = 100000) int seed) {
        double[] data = new Random(seed).doubles(12, -5, 5).toArray();
        FactorLevels a = levels(12, i -> i / 4);
        FactorLevels b = levels(12, i -> i % 2);
        List<VarianceSource> first = two(data, a, b, SumsOfSquares.TYPE_1);
        for (SumsOfSquares type : List.of(SumsOfSquares.TYPE_2, SumsOfSquares.TYPE_3)) {
            List<VarianceSource> other = two(data, a, b, type);
            for (int row = 0; row < first.size(); row++) {
                assertThat(other.get(row).sumOfSquares())
                        .isCloseTo(first.get(row).sumOfSquares(), Percentage.withPercentage(1e-9));
            }
        }
    }

    private static FactorLevels levels(int count, IntUnaryOperator level) {
        return new FactorLevels(IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(level.applyAsInt(i)))
                .toList());
    }

    private static List<VarianceSource> two(double[] data, FactorLevels a, FactorLevels b, SumsOfSquares type) {
        return TwoWayAnova.test(
                        new TwoWayAnovaRequest(new Observations(data), a, b, type, null, null, null, null),
                        Deadline.none())
                .table();
    }
}
