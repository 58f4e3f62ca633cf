package org.mlmath.stats.goodnessoffit;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.goodnessoffit.ShapiroWilk;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;

/**
 * Tests of normality with unknown mean and variance: Shapiro and Wilk's, of how straight the sample lies against normal order
 * statistics, and Jarque and Bera's, JB = n/6·(g₁² + g₂²/4), of skewness and kurtosis.
 */
final class NormalityTest {
    /** Below this many observations the chi-square limit of JB is far off. */
    private static final int ENOUGH_FOR_THE_LIMIT = 200;

    private static final String ALTERNATIVE = "their distribution differs from a normal one";
    private static final String NULL_HYPOTHESIS = "it is normal";
    private static final String SUPPOSING = "Were it normal";

    private NormalityTest() {}

    static TestResult shapiroWilk(ShapiroWilkRequest request) {
        TestQuestion question = request.question();
        Sample sample = Sample.of(request.data(), "/data", request.missing(), 3);
        ContinuousFit.requireVariation(sample);
        double[] sorted = sample.values().clone();
        Arrays.sort(sorted);
        ShapiroWilk test = ShapiroWilk.of(sorted);
        boolean exact = sorted.length == 3;
        TestOutcome outcome = new TestOutcome(question)
                .statistic("W", test.statistic())
                .pValue(test.pValue())
                .claim(new Claim(ALTERNATIVE, NULL_HYPOTHESIS, SUPPOSING, "a W at least as small"))
                .assume(Assumptions.independence("Observations"))
                .convention("method", "Royston's approximation (AS R94), as R and SciPy; exact for 3 observations")
                .diagnostics(
                        TestDiagnostics.of(exact ? "exact" : "royston", exact).withErrorBound(exact ? 1e-12 : 0.05))
                .warn(sample.warnings());
        if (sorted.length > ShapiroWilk.LARGEST_TRIED) {
            outcome.warn(new Warning(
                    "extrapolated",
                    "Royston's approximation was made for up to %d observations; for %d the p-value is an extrapolation."
                            .formatted(ShapiroWilk.LARGEST_TRIED, sorted.length)));
        }
        mentionPower(outcome, sorted.length);
        if (question.explain()) {
            Working working = working();
            working.statistic(
                    "The squared correlation of the ordered observations with weights made from normal order statistics: 1 for a sample as straight as can be.",
                    "W = \\frac{\\left(\\sum a_i x_{(i)}\\right)^2}{\\sum (x_i - \\bar x)^2} = %s"
                            .formatted(Words.latex(test.statistic())),
                    test.statistic());
            outcome.working(working.pValue(
                    "The probability, were H₀ true, of a W at least as small: a function of ln(1 - W) is nearly normal.",
                    "P(W \\le %s)".formatted(Words.latex(test.statistic())),
                    test.pValue()));
        }
        return outcome.result();
    }

    static TestResult jarqueBera(JarqueBeraRequest request) {
        TestQuestion question = request.question();
        Sample sample = Sample.of(request.data(), "/data", request.missing(), 2);
        ContinuousFit.requireVariation(sample);
        SampleMoments moments = SampleMoments.of(sample.values());
        double skewness = moments.skewness();
        double kurtosis = moments.excessKurtosis();
        double n = sample.size();
        double statistic = n / 6 * (skewness * skewness + 0.25 * kurtosis * kurtosis);
        double pValue = new ChiSquare(2).tails(statistic).upper();
        TestOutcome outcome = new TestOutcome(question)
                .statistic("JB", statistic)
                .pValue(pValue)
                .degreesOfFreedom(2)
                .claim(new Claim(ALTERNATIVE, NULL_HYPOTHESIS, SUPPOSING, "a JB at least as large"))
                .assume(Assumptions.independence("Observations"))
                .convention("moments", "g1 and g2 with divisor n, as SciPy")
                .diagnostics(TestDiagnostics.of("chi-square", false))
                .warn(sample.warnings());
        if (n < ENOUGH_FOR_THE_LIMIT) {
            outcome.warn(new Warning(
                    "small-sample",
                    "With %d observations the chi-square limit of JB is off, mostly to the safe side; Shapiro-Wilk is better here."
                            .formatted(sample.size())));
        }
        mentionPower(outcome, sample.size());
        if (question.explain()) {
            Working working = working();
            working.add(
                    "moments",
                    "Skewness and excess kurtosis",
                    "Both are 0 for a normal distribution.",
                    "g_1 = %s, \\quad g_2 = %s".formatted(Words.latex(skewness), Words.latex(kurtosis)),
                    new double[] {skewness, kurtosis});
            working.statistic(
                    "Both in units of their variances, 6/n and 24/n.",
                    "JB = \\frac n6\\left(g_1^2 + \\frac{g_2^2}{4}\\right) = %s".formatted(Words.latex(statistic)),
                    statistic);
            outcome.working(working.pValue(
                    "Under H₀ and for large n, JB is a chi-square variable with 2 degrees of freedom.",
                    "P(\\chi^2_2 \\ge %s)".formatted(Words.latex(statistic)),
                    pValue));
        }
        return outcome.result();
    }

    private static Working working() {
        return Working.of(
                "H₀: the data come from a normal distribution. The alternative: they do not.",
                "H_0: X \\sim N(\\mu, \\sigma^2)");
    }

    private static void mentionPower(TestOutcome outcome, int n) {
        if (n < 20) {
            outcome.warn(new Warning(
                    "low-power",
                    "%d observations show only gross departures from normality: not to reject says little."
                            .formatted(n)));
        }
    }
}
