package org.mlmath.stats.dependence;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.rank.ConcordantPairs;
import org.mlmath.numerics.rank.KendallScore;
import org.mlmath.numerics.rank.NullDistribution;
import org.mlmath.numerics.rank.Pairings;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.numerics.special.ErrorFunctions;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.Words;

/**
 * The test of Kendall's τ, of the pairs of observations that both variables order alike (C) or oppositely (D).
 *
 * <p>Exactly, the number of concordant pairs over all pairings; or z = (C − D)/σ with the variance that allows for ties in both (M. G.
 * Kendall, <i>Rank Correlation Methods</i>, 4th ed., ch. 4). O(n log n).
 */
final class KendallTest {
    /** Fewer observations than this are tested exactly by default, as in R. */
    static final int EXACT_BELOW = 50;

    private KendallTest() {}

    static TestResult of(KendallCorrelationRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        PairedObservations pairs =
                PairedObservations.of(request.a().values(), request.b().values(), request.missing());
        CorrelationFindings.require(pairs, 2);
        int n = pairs.size();
        Ranks a = Ranks.of(pairs.a());
        Ranks b = Ranks.of(pairs.b());
        ConcordantPairs counts = ConcordantPairs.of(a, b);
        double score = counts.difference();
        double tau = request.variant() == KendallVariant.B ? tauB(counts, n) : tauC(score, a, b);
        boolean tied = a.tied() || b.tied();
        boolean exact = request.method() == TestMethod.EXACT
                || (request.method() == TestMethod.AUTO && n < EXACT_BELOW && !tied);
        double deviation = Math.sqrt(variance(a, b));
        double z = (request.continuityCorrection() ? Math.signum(score) * (Math.abs(score) - 1) : score) / deviation;
        double pValue = exact
                ? exactPValue(question, a, b, score, deadline)
                : CorrelationFindings.pValue(
                        question, ErrorFunctions.normalProbability(z), ErrorFunctions.normalProbability(-z));
        boolean ofC = request.variant() == KendallVariant.C;
        TestOutcome outcome = new TestOutcome(question)
                .statistic(exact ? "T" : "z", exact ? counts.concordant() : z)
                .pValue(pValue)
                .claim(Claim.about("Kendall's tau", question, "a tau at least as extreme"))
                .assume(Assumptions.independence("Pairs"))
                .assume(CorrelationFindings.ties(a, b))
                .convention(
                        "statistic",
                        exact ? "T, the number of concordant pairs, as R" : "z, as R; SciPy gives tau, the estimate")
                .convention("estimate", ofC ? "tau-c (Stuart)" : "tau-b, as R and SciPy")
                .convention("method", "auto is exact below 50 observations without ties, as R; SciPy up to 33")
                .convention(
                        "confidenceInterval",
                        "Fisher's z with variance 0.437/(n - 4) (Fieller, Hartley and Pearson), one-sided as the alternative is")
                .diagnostics(TestDiagnostics.of(exact ? "exact-permutation" : "normal-approximation", exact)
                        .withTies(a.tiedValues() + (long) b.tiedValues()))
                .warn(pairs.warnings());
        if (!exact) {
            outcome.convention(
                    "continuityCorrection",
                    request.continuityCorrection()
                            ? "one unit of C - D towards zero"
                            : "none, as R by default and SciPy");
        }
        CorrelationFindings.mentionExactTest(outcome, request.method(), exact, tied, n < 15);
        CorrelationFindings.interval(
                outcome, CorrelationMethod.KENDALL, ofC ? "kendall-tau-c" : "kendall-tau-b", tau, n, question);
        if (question.explain()) {
            outcome.working(working(question, counts, tau, ofC, deviation, z, exact, pValue));
        }
        return outcome.result();
    }

    private static double tauB(ConcordantPairs counts, double n) {
        double all = n * (n - 1) / 2;
        double tau = counts.difference() / Math.sqrt(all - counts.tiedInX()) / Math.sqrt(all - counts.tiedInY());
        return Math.clamp(tau, -1, 1);
    }

    private static double tauC(double score, Ranks a, Ranks b) {
        double k = Math.min(a.groups(), b.groups());
        double n = a.size();
        return Math.clamp(2 * score / (n * n) * (k / (k - 1)), -1, 1);
    }

    private static double variance(Ranks a, Ranks b) {
        double n = a.size();
        double[] ofA = tieSums(a);
        double[] ofB = tieSums(b);
        double variance = (n * (n - 1) * (2 * n + 5) - ofA[0] - ofB[0]) / 18 + ofA[1] * ofB[1] / (2 * n * (n - 1));
        return n > 2 ? variance + ofA[2] * ofB[2] / (9 * n * (n - 1) * (n - 2)) : variance;
    }

    /** Σt(t − 1)(2t + 5), Σt(t − 1) and Σt(t − 1)(t − 2) over groups of t equal values. */
    private static double[] tieSums(Ranks ranks) {
        double[] sums = new double[3];
        for (double t : ranks.sizes()) {
            sums[0] += t * (t - 1) * (2 * t + 5);
            sums[1] += t * (t - 1);
            sums[2] += t * (t - 1) * (t - 2);
        }
        return sums;
    }

    private static double exactPValue(TestQuestion question, Ranks a, Ranks b, double score, Deadline deadline) {
        int n = a.size();
        NullDistribution distribution;
        if (a.tied() || b.tied()) {
            CorrelationFindings.requireFeasible(Pairings.work(a, b, n * (double) n));
            distribution = Pairings.kendall(a, b, deadline);
        } else {
            CorrelationFindings.requireFeasible(KendallScore.work(n));
            distribution = KendallScore.of(n, deadline);
        }
        return CorrelationFindings.pValue(question, distribution.atMost(score), distribution.atLeast(score));
    }

    private static Working working(
            TestQuestion question,
            ConcordantPairs counts,
            double tau,
            boolean ofC,
            double deviation,
            double z,
            boolean exact,
            double pValue) {
        Working working = Working.about("Kendall's tau", "\\tau", question);
        working.add(
                "count-pairs",
                "Concordant and discordant pairs",
                "%d pairs of observations are ordered alike by both variables, %d oppositely; %d are equal in a, %d in b."
                        .formatted(counts.concordant(), counts.discordant(), counts.tiedInX(), counts.tiedInY()),
                "C - D = %d - %d = %d".formatted(counts.concordant(), counts.discordant(), counts.difference()),
                counts.difference());
        working.add(
                "correlation",
                ofC ? "Tau-c" : "Tau-b",
                "The difference in units of the largest it could be with these ties.",
                (ofC
                                ? "\\tau_c = \\frac{2k(C - D)}{n^2(k - 1)} = %s"
                                : "\\tau_b = \\frac{C - D}{\\sqrt{(P - T_a)(P - T_b)}} = %s")
                        .formatted(Words.latex(tau)),
                tau);
        if (exact) {
            return working.pValue(
                    "The share of all pairings, equally likely under H₀, whose C - D is at least as extreme.",
                    "P(C - D \\text{ at least as extreme as } %d)".formatted(counts.difference()),
                    pValue);
        }
        working.statistic(
                "C - D in units of its standard deviation under H₀, which allows for the ties.",
                "z = \\frac{C - D}{\\sigma} = \\frac{%d}{%s} = %s"
                        .formatted(counts.difference(), Words.latex(deviation), Words.latex(z)),
                z);
        return working.tail(question, "Z", z, pValue, "the standard normal distribution");
    }
}
