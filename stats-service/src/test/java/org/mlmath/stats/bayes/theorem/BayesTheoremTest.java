package org.mlmath.stats.bayes.theorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BayesTheoremTest {
    private static BayesTheoremResult update(double[] priors, double[]... likelihoods) {
        List<NamedValues> rows = Arrays.stream(likelihoods)
                .map(row -> new NamedValues(null, row))
                .toList();
        return BayesTheorem.update(new BayesTheoremRequest(
                new NamedValues(null, priors), new Likelihoods(rows, rows.size() > 1), null, null, true));
    }

    @Provide
    Arbitrary<double[]> priors() {
        return Arbitraries.integers()
                .between(0, 1000)
                .array(Integer[].class)
                .ofSize(4)
                .filter(weights -> Arrays.stream(weights).mapToInt(w -> w).sum() > 0)
                .map(weights -> {
                    double sum = Arrays.stream(weights).mapToInt(w -> w).sum();
                    return Arrays.stream(weights).mapToDouble(w -> w / sum).toArray();
                });
    }

    @Provide
    Arbitrary<double[]> likelihoods() {
        return Arbitraries.doubles()
                .between(1e-3, 1)
                .ofScale(5)
                .array(Double[].class)
                .ofSize(4)
                .map(row -> Arrays.stream(row).mapToDouble(x -> x).toArray());
    }

    @Property(tries = 50)
    void posteriorsSumToOneAndTwoUpdatesAreOneWithTheProduct(
            @ForAll("priors") double[] priors,
            @ForAll("likelihoods") double[] first,
            @ForAll("likelihoods") double[] second) {
        BayesTheoremResult both = update(priors, first, second);
        double[] product = new double[4];
        Arrays.setAll(product, i -> first[i] * second[i]);
        BayesTheoremResult once = update(priors, product);
        assertThat(Arrays.stream(both.posteriors().values()).sum()).isCloseTo(1, Percentage.withPercentage(1e-12));
        for (int i = 0; i < 4; i++) {
            assertThat(both.posteriors().values()[i])
                    .isCloseTo(once.posteriors().values()[i], Percentage.withPercentage(1e-10));
        }
        assertThat(both.evidence()).isCloseTo(once.evidence(), Percentage.withPercentage(1e-10));
        double[] afterFirst = both.updates().getFirst().posteriors();
        assertThat(update(afterFirst, second).posteriors().values()[0])
                .isCloseTo(both.posteriors().values()[0], Percentage.withPercentage(1e-10));
    }

    @Test
    void tenThousandPiecesOfEvidenceDoNotUnderflow() {
        double[][] rows = new double[10_000][];
        Arrays.setAll(rows, i -> i % 2 == 0 ? new double[] {0.5, 0.4} : new double[] {0.4, 0.5});
        BayesTheoremResult result = update(new double[] {0.25, 0.75}, rows);
        assertThat(result.posteriors().values()[0]).isCloseTo(0.25, Percentage.withPercentage(1e-8));
        assertThat(result.evidence()).isZero();
        assertThat(result.logEvidence()).isCloseTo(5000 * Math.log(0.2), Percentage.withPercentage(1e-10));
        assertThat(result.warnings()).extracting("code").contains("steps-truncated");
    }

    @Test
    void theLastStepHasThePosteriors() {
        BayesTheoremResult result = update(new double[] {0.01, 0.99}, new double[] {0.95, 0.1});
        assertThat(result.posteriors().values()[0]).isEqualTo(0.01 * 0.95 / (0.01 * 0.95 + 0.99 * 0.1));
        assertThat(result.steps().getLast().value())
                .isEqualTo(result.posteriors().values());
        assertThat(result.bayesFactor()).isCloseTo(9.5, Percentage.withPercentage(1e-12));
        assertThat(result.posteriorOdds()).isCloseTo(9.5 / 99, Percentage.withPercentage(1e-12));
    }

    @Property(tries = 50)
    void aDiagnosticTestIsTheTheoremOnTwoHypotheses(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double prevalence,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double sensitivity,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double specificity) {
        DiagnosticTestResult test =
                DiagnosticTest.of(new DiagnosticTestRequest(prevalence, sensitivity, specificity, null, null));
        BayesTheoremResult positive =
                update(new double[] {prevalence, 1 - prevalence}, new double[] {sensitivity, 1 - specificity});
        BayesTheoremResult negative =
                update(new double[] {prevalence, 1 - prevalence}, new double[] {1 - sensitivity, specificity});
        assertThat(test.positivePredictiveValue())
                .isCloseTo(positive.posteriors().values()[0], Percentage.withPercentage(1e-12));
        assertThat(test.negativePredictiveValue())
                .isCloseTo(negative.posteriors().values()[1], Percentage.withPercentage(1e-12));
        assertThat(test.positiveLikelihoodRatio()).isCloseTo(positive.bayesFactor(), Percentage.withPercentage(1e-12));
        NaturalFrequencies people = test.naturalFrequencies();
        assertThat(people.truePositives() + people.falsePositives() + people.trueNegatives() + people.falseNegatives())
                .isCloseTo(people.population(), Percentage.withPercentage(1e-12));
    }

    @Test
    void aPerfectTestHasAnInfiniteLikelihoodRatioAndAnUselessOneIsSaidToBe() {
        DiagnosticTestResult perfect = DiagnosticTest.of(new DiagnosticTestRequest(0.1, 1.0, 1.0, null, null));
        assertThat(perfect.positiveLikelihoodRatio()).isInfinite();
        assertThat(perfect.positivePredictiveValue()).isEqualTo(1);
        DiagnosticTestResult never = DiagnosticTest.of(new DiagnosticTestRequest(0.1, 0.0, 1.0, null, true));
        assertThat(never.positivePredictiveValue()).isNull();
        assertThat(never.warnings()).extracting("code").contains("no-positives", "uninformative-test");
    }
}
