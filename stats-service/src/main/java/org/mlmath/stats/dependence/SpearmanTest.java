package org.mlmath.stats.dependence;

import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.rank.NullDistribution;
import org.mlmath.numerics.rank.Pairings;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.numerics.sample.CrossProducts;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.Tails;
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
 * The test of Spearman's ρ, the correlation of the (mid)ranks. S = (n³ − n)(1 − ρ)/6, which without ties is the sum of the squared
 * differences of the ranks. Exactly over all pairings of the ranks, or by t = ρ√((n − 2)/(1 − ρ²)) with n − 2 degrees of freedom. Of
 * perfect agreement the exact probability is known for any n: the number of pairings that leave it perfect over n!.
 */
final class SpearmanTest {
    /** Fewer observations than this are tested exactly by default, as in R. */
    static final int EXACT_BELOW = 10;

    private SpearmanTest() {}

    static TestResult of(SpearmanCorrelationRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        PairedObservations pairs =
                PairedObservations.of(request.a().values(), request.b().values(), request.missing());
        CorrelationFindings.require(pairs, 2);
        int n = pairs.size();
        Ranks a = Ranks.of(pairs.a());
        Ranks b = Ranks.of(pairs.b());
        double rho = CrossProducts.of(List.of(a.values(), b.values()), deadline)
                .correlation()
                .get(0, 1);
        rho = 1 - Math.abs(rho) < 1e-14 && agree(a, b, rho) ? Math.signum(rho) : rho;
        double cube = Math.pow(n, 3) - n;
        double s = cube / 6 * (1 - rho);
        boolean tied = a.tied() || b.tied();
        boolean perfect = Math.abs(rho) == 1;
        boolean exact = perfect
                || n == 2
                || request.method() == TestMethod.EXACT
                || (request.method() == TestMethod.AUTO && n < EXACT_BELOW && !tied);
        double corrected = request.continuityCorrection() && !exact ? corrected(question, rho, cube) : rho;
        double t = corrected * Math.sqrt((n - 2) / ((1 - corrected) * (1 + corrected)));
        double pValue = perfect
                ? perfectPValue(question, rho, a)
                : exact ? exactPValue(question, a, b, deadline) : question.pValue(student(n, t));
        TestOutcome outcome = new TestOutcome(question)
                .statistic("S", s)
                .pValue(pValue)
                .claim(Claim.about("Spearman's correlation", question, "a correlation at least as extreme"))
                .assume(Assumptions.independence("Pairs"))
                .assume(CorrelationFindings.ties(a, b))
                .convention("statistic", "S = (n³ - n)(1 - rho)/6, as R; SciPy gives rho, the estimate")
                .convention(
                        "method",
                        "auto is exact below 10 observations without ties, as R, and the t approximation else, as SciPy; R has an Edgeworth series to n = 1289")
                .convention(
                        "confidenceInterval",
                        "Fisher's z with variance (1 + rho²/2)/(n - 3) (Bonett and Wright), one-sided as the alternative is")
                .diagnostics(TestDiagnostics.of(exact ? "exact-permutation" : "student-t-approximation", exact)
                        .withTies(a.tiedValues() + (long) b.tiedValues()))
                .warn(pairs.warnings());
        if (!exact) {
            outcome.degreesOfFreedom(n - 2)
                    .convention(
                            "continuityCorrection",
                            request.continuityCorrection()
                                    ? "one unit of S towards its mean"
                                    : "none, as R by default");
        }
        CorrelationFindings.mentionExactTest(outcome, request.method(), exact, tied, n < EXACT_BELOW + 5);
        CorrelationFindings.interval(outcome, CorrelationMethod.SPEARMAN, "spearman-rho", rho, n, question);
        if (question.explain()) {
            outcome.working(working(question, a, b, rho, s, n, t, exact, pValue));
        }
        return outcome.result();
    }

    /** Whether the ranks of b are those of a, or those reversed: then the correlation is ±1 and its last digits are rounding. */
    private static boolean agree(Ranks a, Ranks b, double sign) {
        int total = 2 * (a.size() + 1);
        for (int i = 0; i < a.size(); i++) {
            if (b.doubled(i) != (sign > 0 ? a.doubled(i) : total - a.doubled(i))) {
                return false;
            }
        }
        return true;
    }

    /** The correlation with S, which moves in steps of two, one unit nearer to its mean. */
    private static double corrected(TestQuestion question, double rho, double cube) {
        double step =
                switch (question.alternative()) {
                    case LESS -> 1;
                    case GREATER -> -1;
                    case TWO_SIDED -> -Math.signum(rho);
                };
        return rho + 6 / cube * step;
    }

    private static Tails student(int n, double t) {
        return new StudentT(n - 2).tails(t);
    }

    private static double exactPValue(TestQuestion question, Ranks a, Ranks b, Deadline deadline) {
        double points = Math.pow(a.size(), 3) / (a.tied() || b.tied() ? 1.5 : 6);
        CorrelationFindings.requireFeasible(Pairings.work(a, b, points));
        NullDistribution distribution = Pairings.spearman(a, b, deadline);
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.rank(i) * b.rank(i);
        }
        return CorrelationFindings.pValue(question, distribution.atMost(sum), distribution.atLeast(sum));
    }

    private static double perfectPValue(TestQuestion question, double rho, Ranks ranks) {
        double log = -GammaFunctions.logGamma(ranks.size() + 1.0);
        for (int t : ranks.sizes()) {
            log += GammaFunctions.logGamma(t + 1.0);
        }
        double extreme = Math.exp(log);
        return rho > 0
                ? CorrelationFindings.pValue(question, 1, extreme)
                : CorrelationFindings.pValue(question, extreme, 1);
    }

    private static Working working(
            TestQuestion question,
            Ranks a,
            Ranks b,
            double rho,
            double s,
            int n,
            double t,
            boolean exact,
            double pValue) {
        Working working = Working.about("Spearman's correlation", "\\rho", question);
        boolean shown = n <= 100;
        working.add("rank", "Ranks of a", "Equal values share their mean rank.", "r_i", shown ? a.values() : null);
        working.add("rank", "Ranks of b", "Each variable is ranked by itself.", "s_i", shown ? b.values() : null);
        working.add(
                "correlation",
                "Correlation of the ranks",
                "Pearson's coefficient of the ranks.",
                "\\rho = \\frac{\\sum (r_i - \\bar r)(s_i - \\bar s)}{\\sqrt{\\sum (r_i - \\bar r)^2\\sum (s_i - \\bar s)^2}} = %s"
                        .formatted(Words.latex(rho)),
                rho);
        working.statistic(
                "Without ties, the sum of the squared differences of the ranks.",
                "S = \\frac{n^3 - n}{6}(1 - \\rho) = %s".formatted(Words.latex(s)),
                s);
        if (exact) {
            return working.pValue(
                    "The share of all pairings of the ranks, equally likely under H₀, whose correlation is at least as extreme.",
                    "P(\\rho \\text{ at least as extreme as } %s)".formatted(Words.latex(rho)),
                    pValue);
        }
        working.add(
                "standardize",
                "t",
                "Under H₀ this is nearly Student's with n - 2 degrees of freedom.",
                "t = \\rho\\sqrt{\\frac{n-2}{1-\\rho^2}} = %s".formatted(Words.latex(t)),
                t);
        return working.tail(
                question, "T_{" + (n - 2) + "}", t, pValue, "the t distribution with n - 2 degrees of freedom");
    }
}
