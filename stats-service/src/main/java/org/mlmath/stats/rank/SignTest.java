package org.mlmath.stats.rank;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.Binomial;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;
import org.mlmath.stats.proportion.ProportionBounds;

/**
 * The sign test of a median: the number S of observations above the null value is binomial with probability ½ among those that do not
 * equal it. The interval of the median lies between two order statistics of all observations, x₍ₖ₎ and x₍ₙ₊₁₋ₖ₎ with the largest k for which
 * 2·P(S < k) ≤ alpha.
 */
final class SignTest {
    private SignTest() {}

    static TestResult of(SignTestRequest request) {
        TestQuestion question = request.question();
        Sample sample = Sample.ofOneOrPairs(request.data(), request.a(), request.b(), request.missing(), 1);
        double[] sorted = sample.values().clone();
        Arrays.sort(sorted);
        long above =
                Arrays.stream(sorted).filter(x -> x - question.nullValue() > 0).count();
        long below =
                Arrays.stream(sorted).filter(x -> x - question.nullValue() < 0).count();
        long signs = above + below;
        if (signs == 0) {
            throw new InsufficientDataException("All observations equal the null value %s: none has a sign."
                            .formatted(Words.number(question.nullValue())))
                    .at(sample.pointer());
        }
        boolean exact = request.method() != TestMethod.ASYMPTOTIC;
        double pValue = exact
                ? exact(question, above, signs)
                : new RankReference(null, 0.5 * signs, 0.5 * Math.sqrt(signs), request.continuityCorrection())
                        .pValue(question, above);
        boolean pairs = request.data() == null;
        String parameter = pairs ? "the median difference a - b" : "the median";
        long k = (long) new Binomial(sorted.length, 0.5).quantile(question.outsideBelow());
        TestOutcome outcome = new TestOutcome(question)
                .statistic("S", above)
                .pValue(pValue)
                .estimate(median(sorted))
                .interval(interval(sorted, Math.max(1, k), question))
                .effectSize(share(above, signs, question))
                .claim(Claim.about(parameter, question, "a count at least as extreme"))
                .assume(Assumptions.independence(pairs ? "Pairs" : "Observations"))
                .convention("statistic", "number of observations above the null value")
                .convention(
                        "zeros", "observations equal to the null value are left out of the test, not of the estimate")
                .convention(
                        "confidenceInterval",
                        "between order statistics, level at least 1 - alpha, one-sided as the alternative is")
                .convention("effectSize", "share of positive signs with the interval of Clopper and Pearson")
                .diagnostics(TestDiagnostics.of(exact ? "binomial" : "normal-approximation", exact)
                        .withTies(sorted.length - signs))
                .warn(sample.warnings());
        if (!exact) {
            outcome.convention(
                    "continuityCorrection", request.continuityCorrection() ? "half a unit towards the mean" : "none");
        }
        if (signs < sorted.length) {
            outcome.warn(new Warning(
                    "zeros",
                    "%d of %d observations equal the null value and are left out of the test."
                            .formatted(sorted.length - signs, sorted.length),
                    sample.pointer()));
        }
        RankFindings.mentionLevel(outcome, k >= 1, question);
        if (question.explain()) {
            outcome.working(working(parameter, question, request, above, signs, exact, pValue));
        }
        return outcome.result();
    }

    private static double exact(TestQuestion question, long above, long signs) {
        Binomial coin = new Binomial(signs, 0.5);
        double atMost = coin.tails(above).lower();
        double atLeast = coin.tails(above - 1.0).upper();
        return switch (question.alternative()) {
            case LESS -> atMost;
            case GREATER -> atLeast;
            case TWO_SIDED -> Math.min(1, 2 * Math.min(atMost, atLeast));
        };
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * sorted[n / 2 - 1] + 0.5 * sorted[n / 2];
    }

    private static Interval interval(double[] sorted, long k, TestQuestion question) {
        return question.interval(sorted[(int) k - 1], sorted[sorted.length - (int) k]);
    }

    private static EffectSize share(long successes, long trials, TestQuestion question) {
        Interval interval = ProportionBounds.clopperPearson(successes, trials, question.outside());
        return new EffectSize(
                "positive-share",
                (double) successes / trials,
                question.interval(interval.lower(), interval.upper(), 0, 1));
    }

    private static Working working(
            String parameter,
            TestQuestion question,
            SignTestRequest request,
            long above,
            long signs,
            boolean exact,
            double pValue) {
        Working working = Working.about(parameter, "\\tilde\\mu", question)
                .statistic(
                        "%d observations lie above the null value and %d below it.".formatted(above, signs - above),
                        "S = \\#\\{x_i > \\tilde\\mu_0\\} = %d, \\quad n = %d".formatted(above, signs),
                        above);
        if (!exact) {
            new RankReference(null, 0.5 * signs, 0.5 * Math.sqrt(signs), request.continuityCorrection())
                    .explain(working, question, "S", above, pValue);
            return working;
        }
        String tail =
                switch (question.alternative()) {
                    case LESS -> "P(S \\le %d)".formatted(above);
                    case GREATER -> "P(S \\ge %d)".formatted(above);
                    case TWO_SIDED -> "2\\min\\{P(S \\le %d),\\, P(S \\ge %d)\\}".formatted(above, above);
                };
        return working.pValue(
                "Under H₀ each sign is that of a fair coin: S is binomial with n trials and probability ½.",
                tail,
                pValue);
    }
}
