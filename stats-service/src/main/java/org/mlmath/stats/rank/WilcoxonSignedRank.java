package org.mlmath.stats.rank;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.rank.PairwiseOrderStatistics;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.numerics.rank.SignedRank;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;

/**
 * Wilcoxon's signed-rank test of the centre of a symmetric distribution.
 *
 * <p>T⁺ is the sum of the ranks of |xᵢ − μ₀| where xᵢ > μ₀. Under the null hypothesis each rank counts with probability ½: exactly
 * by convolution, or approximately normal with mean ½Σr and variance ¼Σr² over the ranks that count, which with midranks is the usual
 * correction for ties, and Pratt's for zeros. The estimate is the pseudomedian, the median of all (xᵢ + xⱼ)/2, its interval
 * between two of these, as R's wilcox.test.
 */
final class WilcoxonSignedRank {
    private WilcoxonSignedRank() {}

    /**
     * The ranks of the distances from the null value.
     *
     * @param doubled twice the ranks of those that are not zero
     * @param statistic T⁺
     * @param fromZeros what zeros that are split contribute to it
     * @param sum of all ranks that count; squares likewise of their squares
     */
    private record Signed(
            Ranks ranks, int[] doubled, double statistic, double fromZeros, double sum, double squares, int zeros) {

        static Signed of(double[] distances, ZeroMethod method) {
            double[] ranked = Arrays.stream(distances)
                    .filter(d -> d != 0 || method != ZeroMethod.WILCOX)
                    .toArray();
            Ranks ranks = Ranks.of(Arrays.stream(ranked).map(Math::abs).toArray());
            int[] doubled = new int[ranked.length];
            int count = 0;
            double positive = 0;
            double sum = 0;
            double squares = 0;
            double zeroSum = 0;
            double zeroSquares = 0;
            for (int i = 0; i < ranked.length; i++) {
                double rank = ranks.rank(i);
                if (ranked[i] == 0) {
                    zeroSum += rank;
                    zeroSquares += rank * rank;
                } else {
                    doubled[count++] = ranks.doubled(i);
                    positive += ranked[i] > 0 ? rank : 0;
                    sum += rank;
                    squares += rank * rank;
                }
            }
            int zeros = (int) Arrays.stream(distances).filter(d -> d == 0).count();
            boolean split = method == ZeroMethod.ZSPLIT;
            return new Signed(
                    ranks,
                    Arrays.copyOf(doubled, count),
                    split ? positive + 0.5 * zeroSum : positive,
                    split ? 0.5 * zeroSum : 0,
                    split ? sum + zeroSum : sum,
                    split ? squares + zeroSquares : squares,
                    zeros);
        }

        boolean tied() {
            return Arrays.stream(doubled).distinct().count() < doubled.length;
        }
    }

    static TestResult of(WilcoxonSignedRankRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        Sample sample = Sample.ofOneOrPairs(request.data(), request.a(), request.b(), request.missing(), 1);
        boolean pairs = request.data() == null;
        double[] distances = Arrays.stream(sample.values())
                .map(x -> x - question.nullValue())
                .toArray();
        Signed signed = Signed.of(distances, request.zeroMethod());
        if (signed.doubled().length == 0) {
            throw new InsufficientDataException("All %s equal the null value %s: none has a sign."
                            .formatted(pairs ? "differences" : "observations", Words.number(question.nullValue())))
                    .at(sample.pointer());
        }
        boolean small = sample.size() < RankFindings.EXACT_BELOW;
        boolean tied = signed.tied() || signed.zeros() > 0;
        boolean exact = request.method() == TestMethod.EXACT || (request.method() == TestMethod.AUTO && small && !tied);
        RankReference reference = reference(signed, exact, request.continuityCorrection(), deadline);
        double pValue = reference.pValue(question, signed.statistic());

        double[] sorted = Arrays.stream(sample.values())
                .filter(x -> x - question.nullValue() != 0 || request.zeroMethod() != ZeroMethod.WILCOX)
                .sorted()
                .toArray();
        RankReference.Bounds bounds =
                bounds(sorted, exact && small, question, request.continuityCorrection(), deadline);
        String parameter = pairs ? "the centre of the differences a - b" : "the centre of the distribution";
        double all = signed.sum();
        TestOutcome outcome = new TestOutcome(question)
                .statistic("T+", signed.statistic())
                .pValue(pValue)
                .estimate("The centre", PairwiseOrderStatistics.pseudomedian(sorted))
                .interval(question.interval(
                        PairwiseOrderStatistics.walshAverage(sorted, bounds.lower()),
                        PairwiseOrderStatistics.walshAverage(sorted, bounds.upper())))
                .effectSize(
                        RankBiserial.paired(2 * signed.statistic() / all - 1, signed.squares() / (all * all), question))
                .claim(Claim.about(parameter, question, "a rank sum at least as extreme"))
                .assume(Assumptions.independence(pairs ? "Pairs" : "Observations"))
                .assume(symmetry(sample.values(), pairs ? "differences" : "observations"))
                .assume(RankFindings.ties(signed.ranks()))
                .convention(
                        "statistic",
                        "sum of the ranks of positive differences, as R (V); SciPy two-sided gives the smaller sum")
                .convention("estimate", "pseudomedian: the median of all means of two observations")
                .convention("zeroMethod", request.zeroMethod().words())
                .convention("effectSize", "(T+ - T-) / (T+ + T-) with a score interval")
                .convention("method", "auto is exact below 50 observations without ties or zeros, as R")
                .diagnostics(reference.diagnostics().withTies(signed.ranks().tiedValues()))
                .warn(sample.warnings());
        if (!exact) {
            outcome.convention(
                    "continuityCorrection",
                    request.continuityCorrection() ? RankReference.CORRECTED : RankReference.UNCORRECTED);
        }
        if (signed.zeros() > 0) {
            outcome.warn(zeros(signed.zeros(), request.zeroMethod(), sample.pointer()));
        }
        RankFindings.mentionExactTest(outcome, request.method(), exact, tied, small);
        RankFindings.mentionHopelessness(outcome, reference, question);
        RankFindings.mentionLevel(outcome, bounds.reached(), question);
        if (question.explain()) {
            outcome.working(working(parameter, question, signed, reference, pValue));
        }
        return outcome.result();
    }

    private static RankReference reference(Signed signed, boolean exact, boolean corrected, Deadline deadline) {
        double mean = 0.5 * signed.sum();
        if (exact) {
            RankFindings.requireFeasible(SignedRank.work(signed.doubled().length, signed.tied()));
            return new RankReference(
                    SignedRank.of(signed.doubled(), deadline).shifted(signed.fromZeros()), mean, Double.NaN, corrected);
        }
        return new RankReference(null, mean, 0.5 * Math.sqrt(signed.squares()), corrected);
    }

    private static RankReference.Bounds bounds(
            double[] sorted, boolean exact, TestQuestion question, boolean corrected, Deadline deadline) {
        double n = sorted.length;
        long averages = sorted.length * (sorted.length + 1L) / 2;
        if (exact) {
            int[] untied = new int[sorted.length];
            Arrays.setAll(untied, i -> 2 * (i + 1));
            return RankReference.Bounds.exact(question, SignedRank.of(untied, deadline), averages);
        }
        double variance = n * (n + 1) * (2 * n + 1) / 24 - Ranks.of(sorted).tieSum() / 48;
        return RankReference.Bounds.normal(question, 0.5 * averages, Math.sqrt(variance), corrected, averages);
    }

    private static Assumption symmetry(double[] values, String of) {
        int n = values.length;
        double skewness = n < 8 ? Double.NaN : SampleMoments.of(values).skewness();
        if (Double.isNaN(skewness)) {
            return new Assumption(
                    "symmetry",
                    null,
                    "The %s are too few, or too alike, to show whether they are symmetric.".formatted(of));
        }
        double error = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)));
        return new Assumption(
                "symmetry",
                Math.abs(skewness) < 2.576 * error,
                "The skewness of the %s is %s (standard error %s in normal samples). If the distribution is not symmetric the sign test still holds."
                        .formatted(of, Words.number(skewness), Words.number(error)));
    }

    private static Warning zeros(int count, ZeroMethod method, String pointer) {
        return new Warning(
                "zeros",
                "%s: %s."
                        .formatted(
                                count == 1
                                        ? "1 observation equals the null value"
                                        : count + " observations equal the null value",
                                method.words()),
                pointer);
    }

    private static Working working(
            String parameter, TestQuestion question, Signed signed, RankReference reference, double pValue) {
        Working working = Working.about(parameter, "\\theta", question);
        RankSteps.ranks(
                working,
                signed.ranks(),
                "The distances from the null value, without their signs, in order; equal ones share their mean rank.");
        working.statistic(
                "The sum of the ranks of the observations above the null value.",
                "T^+ = \\sum_{x_i > \\theta_0} r_i = %s".formatted(Words.latex(signed.statistic())),
                signed.statistic());
        reference.explain(working, question, "T^+", signed.statistic(), pValue);
        return working;
    }
}
