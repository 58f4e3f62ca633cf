package org.mlmath.stats.rank;

import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.rank.GroupedRanks;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;

/**
 * The Kruskal-Wallis test of several independent samples.
 *
 * <p>H = 12/(N(N + 1)) Σ nᵍ(r̄ᵍ − (N + 1)/2)² / (1 − Σ(t³ − t)/(N³ − N)), nearly chi-square with k − 1 degrees of freedom, or exactly
 * over all assignments of the ranks to the groups. Effect size: ε² = H/(N − 1).
 */
final class KruskalWallis {
    /** Below this many observations in a group the chi-square approximation is usually thought coarse. */
    private static final int FEW = 5;

    private KruskalWallis() {}

    static KruskalWallisResult of(KruskalWallisRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        List<Sample> groups = Sample.groups(request.groups(), "/groups", request.missing(), 1);
        Ranks ranks = Ranks.pooled(groups.stream().map(Sample::values).toArray(double[][]::new));
        if (ranks.groups() == 1) {
            throw new InsufficientDataException(
                            "All observations are equal, so their ranks show nothing: no H statistic exists.")
                    .at("/groups");
        }
        int[] sizes = groups.stream().mapToInt(Sample::size).toArray();
        double[] meanRanks = meanRanks(ranks, sizes);
        double n = ranks.size();
        double between = 0;
        for (int g = 0; g < sizes.length; g++) {
            double distance = meanRanks[g] - 0.5 * (n + 1);
            between += sizes[g] * distance * distance;
        }
        double tieFactor = 1 - ranks.tieSum() / (n * (n - 1) * (n + 1));
        double h = 12 / (n * (n + 1)) * between / tieFactor;
        Dispersion dispersion = new Dispersion("H", h, sizes.length - 1, n - 1);
        boolean exact = request.method() == TestMethod.EXACT;
        double pValue = exact ? GroupedRanks.atLeastAsDispersed(ranks, sizes, deadline) : dispersion.asymptoticPValue();
        TestOutcome outcome = new TestOutcome(question)
                .statistic("H", h)
                .pValue(pValue)
                .degreesOfFreedom(sizes.length - 1)
                .effectSize(dispersion.effectSize("epsilon-squared", question))
                .claim(new Claim(
                        "some groups tend to larger values than others",
                        "they do not differ",
                        "Did they not differ",
                        "an H at least as large"))
                .assume(Assumptions.independence("Observations, within and between the groups,"))
                .assume(RankFindings.ties(ranks))
                .assume(
                        new Assumption(
                                "same-shape",
                                null,
                                "Only for distributions of the same shape is this a test of medians; in general it asks whether values of some groups tend to be larger."))
                .convention("effectSize", "H/(N - 1); its interval is that of the noncentrality over N - 1, two-sided")
                .convention(
                        "comparisons",
                        "Dunn's test of mean ranks among all observations, ties corrected, adjusted by Holm's method")
                .diagnostics(TestDiagnostics.of(exact ? "exact-permutation" : "chi-square", exact)
                        .withTies(ranks.tiedValues()));
        groups.forEach(group -> outcome.warn(group.warnings()));
        dispersion.mentionExactTest(
                outcome, request.method(), Arrays.stream(sizes).min().orElseThrow() < FEW);
        if (question.explain()) {
            outcome.working(working(ranks, meanRanks, tieFactor, dispersion, exact, pValue));
        }
        return new KruskalWallisResult(outcome.result(), DunnTest.of(meanRanks, sizes, n, tieFactor, question.alpha()));
    }

    private static double[] meanRanks(Ranks ranks, int[] sizes) {
        double[] means = new double[sizes.length];
        int at = 0;
        for (int g = 0; g < sizes.length; g++) {
            double sum = 0;
            for (int i = 0; i < sizes[g]; i++) {
                sum += ranks.rank(at++);
            }
            means[g] = sum / sizes[g];
        }
        return means;
    }

    private static Working working(
            Ranks ranks, double[] meanRanks, double tieFactor, Dispersion dispersion, boolean exact, double pValue) {
        Working working = Working.of(
                "H₀: all groups come from the same distribution. The alternative: some tend to larger values.",
                "H_0: F_1 = \\dots = F_{%d}".formatted(meanRanks.length));
        RankSteps.ranks(
                working, ranks, "All observations in one order, group after group; equal ones share their mean rank.");
        working.add(
                "mean-ranks",
                "Mean ranks",
                "The mean rank of each group; without differences all would be near (N + 1)/2 = %s."
                        .formatted(Words.number(0.5 * (ranks.size() + 1.0))),
                "\\bar r_g = \\frac{1}{n_g}\\sum_{i \\in g} r_i",
                meanRanks);
        working.statistic(
                "How far the mean ranks lie apart, in units of the variance of ranks%s."
                        .formatted(ranks.tied() ? ", less what ties take from it" : ""),
                "H = \\frac{12}{N(N+1)}\\sum_g n_g\\left(\\bar r_g - \\tfrac{N+1}{2}\\right)^2 \\Big/ %s = %s"
                        .formatted(Words.latex(tieFactor), Words.latex(dispersion.statistic())),
                dispersion.statistic());
        dispersion.explainPValue(working, exact, pValue);
        return working;
    }
}
