package org.mlmath.stats.variance;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.StudentizedRange;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.SampleOrSummary;
import org.mlmath.stats.number.Words;

/**
 * Tukey's honestly significant differences: q = |x̄ᵢ − x̄ⱼ| / (s·√((1/nᵢ + 1/nⱼ)/2)) against the studentized range of k means, with the
 * residual standard deviation s (Kramer's form for groups of different sizes, which is slightly conservative).
 */
final class TukeyTest {
    private static final int MOST_GROUPS = 100;

    /** One tail of the studentized range; a quantile takes about fifteen. */
    private static final double SECONDS = 9e-3;

    private TukeyTest() {}

    static Cost cost(List<SampleOrSummary> groups) {
        double pairs = 0.5 * groups.size() * (groups.size() - 1);
        return SampleOrSummary.cost(SECONDS * (15 + pairs), groups.toArray(SampleOrSummary[]::new));
    }

    static TukeyHsdResult test(TukeyHsdRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        Groups groups = Groups.of(request.groups(), request.missing(), 1);
        int k = groups.count();
        if (k > MOST_GROUPS) {
            throw new LimitExceededException(
                            "There are %d groups; at most %d are compared pair by pair.".formatted(k, MOST_GROUPS))
                    .at("/groups");
        }
        Decomposition d = Decomposition.of(groups);
        OneWayAnova.requireVariation(d);
        StudentizedRange range = new StudentizedRange(k, d.withinDegrees());
        double critical = range.upperQuantile(question.alpha());
        double deviation = d.standardDeviation();
        List<PairComparison> comparisons = new ArrayList<>();
        PairComparison widest = null;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                deadline.check();
                double difference =
                        groups.statistics().get(i).meanMinus(groups.statistics().get(j), 0);
                double error = deviation * Math.sqrt(0.5 * (1 / groups.size(i) + 1 / groups.size(j)));
                double q = Math.abs(difference) / error;
                double p = range.tails(q).upper();
                PairComparison pair = new PairComparison(
                        new int[] {i, j},
                        difference,
                        new Interval(difference - critical * error, difference + critical * error),
                        q,
                        p,
                        p <= question.alpha());
                comparisons.add(pair);
                widest = widest == null || q > widest.statistic() ? pair : widest;
            }
        }
        Assumption equal = groups.equalVariances();
        long shown = comparisons.stream().filter(PairComparison::rejectNull).count();
        TestOutcome outcome = new TestOutcome(question)
                .statistic("q", widest.statistic())
                .pValue(widest.pValue())
                .degreesOfFreedom(d.withinDegrees())
                .effectSize(Decomposition.etaSquared(
                        "eta-squared", d.statistic(), d.betweenDegrees(), d.withinDegrees(), d.total(), question))
                .assume(Assumptions.independence("Observations, within and between the groups,"))
                .assume(groups.normality())
                .assume(equal)
                .convention(
                        "estimate", "mean of group i minus mean of group j, i < j; R takes the later minus the earlier")
                .convention(
                        "comparisons", groups.sameSize() ? "Tukey" : "Tukey-Kramer, since the groups differ in size")
                .convention("effectSize", "η² of all groups; unbiased is ω²")
                .diagnostics(TestDiagnostics.of("studentized-range", groups.sameSize())
                        .withErrorBound(1e-10))
                .claim(new Claim(
                        "%d of the %d pairs of means differ, most of all groups %d and %d"
                                .formatted(
                                        Math.max(shown, 1), comparisons.size(), widest.groups()[0], widest.groups()[1]),
                        "they are equal",
                        "Were all means equal",
                        "a largest difference at least as large"))
                .warn(groups.warnings());
        if (shown == 0) {
            outcome.claim(new Claim(
                    "any two means differ",
                    "they are equal",
                    "Were all means equal",
                    "a largest difference at least as large"));
        }
        if (Boolean.FALSE.equals(equal.plausible())) {
            outcome.warn(new Warning(
                    "unequal-variances", equal.finding() + " The comparisons take them as equal.", "/groups"));
        }
        if (question.explain()) {
            outcome.working(working(k, d, deviation, critical, widest, question));
        }
        return new TukeyHsdResult(outcome.result(), comparisons);
    }

    private static Working working(
            int k, Decomposition d, double deviation, double critical, PairComparison widest, TestQuestion question) {
        return Working.of(
                        "H₀: all means are equal. The alternative: some two differ.",
                        "H_0: \\mu_1 = \\dots = \\mu_{%d}".formatted(k))
                .add(
                        "residual-deviation",
                        "Residual standard deviation",
                        "All groups together estimate the variance within them.",
                        "s = \\sqrt{\\mathrm{MS}_W} = %s,\\quad \\nu = n - k = %s"
                                .formatted(Words.latex(deviation), Words.latex(d.withinDegrees())),
                        deviation)
                .add(
                        "critical-value",
                        "Critical value",
                        "What the largest difference of k means exceeds, in its units, with probability alpha.",
                        "q_{1-\\alpha}(%d, %s) = %s"
                                .formatted(k, Words.latex(d.withinDegrees()), Words.latex(critical)),
                        critical)
                .statistic(
                        "Each difference in units of its standard error for a range; here the largest, of groups %d and %d."
                                .formatted(widest.groups()[0], widest.groups()[1]),
                        "q = \\frac{|\\bar x_i - \\bar x_j|}{s\\sqrt{\\frac12\\left(\\frac1{n_i}+\\frac1{n_j}\\right)}} = %s"
                                .formatted(Words.latex(widest.statistic())),
                        widest.statistic())
                .pValue(
                        "The probability, were all means equal, that the largest difference is at least as large.",
                        "P(Q_{%d,%s} \\ge %s)"
                                .formatted(k, Words.latex(d.withinDegrees()), Words.latex(widest.statistic())),
                        widest.pValue());
    }
}
