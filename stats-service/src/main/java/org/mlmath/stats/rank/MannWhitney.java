package org.mlmath.stats.rank;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.rank.NullDistribution;
import org.mlmath.numerics.rank.PairwiseOrderStatistics;
import org.mlmath.numerics.rank.RankSum;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * The Mann-Whitney test (Wilcoxon's rank sum test) of two independent samples.
 *
 * <p>U = Rₐ − m(m + 1)/2 with Rₐ the sum of the ranks of a in both samples together: the number of pairs in which the value of a is the
 * larger one, equal ones counting half. Exactly over all arrangements of the ranks, or approximately normal with mean mn/2 and
 * variance mn/12·(N + 1 − Σ(t³ − t)/(N(N − 1))). The estimate is the median of all differences (Hodges and Lehmann), its interval
 * between two of them, as R's wilcox.test: by the quantiles of U without ties below 50 observations, else by the normal ones.
 */
final class MannWhitney {
    private MannWhitney() {}

    static TestResult of(MannWhitneyRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        Sample a = Sample.of(request.a(), "/a", request.missing(), 1);
        Sample b = Sample.of(request.b(), "/b", request.missing(), 1);
        double shift = question.nullValue();
        double[] shifted = Arrays.stream(a.values()).map(x -> x - shift).toArray();
        Ranks ranks = Ranks.pooled(shifted, b.values());
        int m = a.size();
        int n = b.size();
        double rankSum = 0;
        for (int i = 0; i < m; i++) {
            rankSum += ranks.rank(i);
        }
        double u = rankSum - 0.5 * m * (m + 1.0);
        boolean small = m < RankFindings.EXACT_BELOW && n < RankFindings.EXACT_BELOW;
        boolean constant = ranks.groups() == 1;
        boolean exact = request.method() == TestMethod.EXACT
                || constant
                || (request.method() == TestMethod.AUTO && small && !ranks.tied());
        RankReference reference = reference(ranks, m, exact, request.continuityCorrection(), deadline);
        double pValue = reference.pValue(question, u);

        double[] sortedA = a.values().clone();
        double[] sortedB = b.values().clone();
        Arrays.sort(sortedA);
        Arrays.sort(sortedB);
        RankReference.Bounds bounds = bounds(sortedA, sortedB, exact && small, question, request, deadline);
        TestOutcome outcome = new TestOutcome(question)
                .statistic("U", u)
                .pValue(pValue)
                .estimate("The shift of a against b", PairwiseOrderStatistics.medianDifference(sortedA, sortedB))
                .interval(question.interval(
                        PairwiseOrderStatistics.difference(sortedA, sortedB, bounds.lower()),
                        PairwiseOrderStatistics.difference(sortedA, sortedB, bounds.upper())))
                .effectSize(RankBiserial.independent(u, m, n, question))
                .claim(Claim.about("the shift of a against b", question, "a U at least as extreme"))
                .assume(Assumptions.independence("Observations, within and between the samples,"))
                .assume(RankFindings.ties(ranks))
                .assume(sameShape(a, b))
                .convention("statistic", "U of a, as SciPy; R calls it W")
                .convention("estimate", "Hodges-Lehmann: the median of all differences a - b")
                .convention("effectSize", "2U/(mn) - 1 with the interval of Newcombe's method 5")
                .convention("method", "auto is exact below 50 observations without ties, as R; SciPy up to 8")
                .diagnostics(reference.diagnostics().withTies(ranks.tiedValues()))
                .warn(a.warnings())
                .warn(b.warnings());
        if (!exact) {
            outcome.convention(
                    "continuityCorrection",
                    request.continuityCorrection() ? RankReference.CORRECTED : RankReference.UNCORRECTED);
        }
        RankFindings.mentionExactTest(outcome, request.method(), exact, ranks.tied(), small);
        RankFindings.mentionHopelessness(outcome, reference, question);
        RankFindings.mentionLevel(outcome, bounds.reached(), question);
        if (question.explain()) {
            outcome.working(working(question, ranks, rankSum, m, n, u, reference, pValue));
        }
        return outcome.result();
    }

    private static RankReference reference(Ranks ranks, int m, boolean exact, boolean corrected, Deadline deadline) {
        int n = ranks.size() - m;
        double offset = 0.5 * m * (m + 1.0);
        double mean = 0.5 * m * n;
        if (exact) {
            RankFindings.requireFeasible(ranks.groups() == 1 ? 0 : RankSum.work(ranks, m));
            return new RankReference(RankSum.of(ranks, m, deadline).shifted(-offset), mean, Double.NaN, corrected);
        }
        return new RankReference(null, mean, deviation(m, n, ranks.tieSum()), corrected);
    }

    private static double deviation(double m, double n, double tieSum) {
        double total = m + n;
        return Math.sqrt(m * n / 12 * (total + 1 - tieSum / (total * (total - 1))));
    }

    private static RankReference.Bounds bounds(
            double[] a,
            double[] b,
            boolean exact,
            TestQuestion question,
            MannWhitneyRequest request,
            Deadline deadline) {
        long pairs = (long) a.length * b.length;
        if (exact) {
            double[] untied = new double[a.length + b.length];
            Arrays.setAll(untied, i -> i);
            NullDistribution distribution =
                    RankSum.of(Ranks.of(untied), a.length, deadline).shifted(-0.5 * a.length * (a.length + 1.0));
            return RankReference.Bounds.exact(question, distribution, pairs);
        }
        // Shifted by anything but one of the differences, the samples have only their own ties.
        double tieSum = Ranks.of(a).tieSum() + Ranks.of(b).tieSum();
        return RankReference.Bounds.normal(
                question, 0.5 * pairs, deviation(a.length, b.length, tieSum), request.continuityCorrection(), pairs);
    }

    private static Assumption sameShape(Sample a, Sample b) {
        if (a.size() < 2 || b.size() < 2) {
            return new Assumption(
                    "same-shape", null, "A single observation says nothing about the shape of its distribution.");
        }
        double ofA = SampleStatistics.of(a.values(), "/a", a.warnings(), 2).standardDeviation();
        double ofB = SampleStatistics.of(b.values(), "/b", b.warnings(), 2).standardDeviation();
        return new Assumption(
                "same-shape",
                null,
                "Estimate and interval are of a shift, which supposes distributions of the same shape (standard deviations %s and %s). Without it the test asks whether a value of a tends to be larger than one of b."
                        .formatted(Words.number(ofA), Words.number(ofB)));
    }

    private static Working working(
            TestQuestion question,
            Ranks ranks,
            double rankSum,
            int m,
            int n,
            double u,
            RankReference reference,
            double pValue) {
        Working working = Working.about("the shift of a against b", "\\Delta", question);
        RankSteps.ranks(
                working,
                ranks,
                "All observations in one order, those of a first%s; equal ones share their mean rank."
                        .formatted(question.nullValue() == 0 ? "" : ", less the null value"));
        working.add(
                "rank-sum",
                "Rank sum of a",
                "The sum of the ranks of the %d observations of a.".formatted(m),
                "R_a = %s".formatted(Words.latex(rankSum)),
                rankSum);
        working.statistic(
                "How many of the %s pairs have the larger value in a.".formatted(Words.exact((double) m * n)),
                "U = R_a - \\frac{m(m+1)}{2} = %s - %s = %s"
                        .formatted(Words.latex(rankSum), Words.latex(0.5 * m * (m + 1.0)), Words.latex(u)),
                u);
        reference.explain(working, question, "U", u, pValue);
        return working;
    }
}
