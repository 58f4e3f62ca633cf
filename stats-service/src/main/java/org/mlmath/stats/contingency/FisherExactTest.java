package org.mlmath.stats.contingency;

import java.util.OptionalDouble;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.NoncentralHypergeometric;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * Fisher's exact test: the probability, given the margins, of the tables that are no more probable than the one seen (two-sided) or
 * whose first entry is at least as extreme.
 *
 * <p>2×2: the odds ratio's conditional maximum likelihood estimate and exact interval from the noncentral hypergeometric distribution,
 * as R's; the sample's own odds ratio ad/(bc), as SciPy's statistic, is the estimate. r×c: all tables by {@link TableProbability};
 * {@code asymptotic}, and {@code auto} where that would take too long, is Pearson's chi-square without correction.
 */
final class FisherExactTest {
    /** Counts from which the exact interval, which takes time with their root, is that of the normal approximation. */
    private static final double VAST = 2e6;

    private FisherExactTest() {}

    static Cost cost(Matrix table) {
        double total = 0;
        for (double count : table.values()) {
            total += count;
        }
        boolean small = table.rows() == 2 && table.columns() == 2;
        return small
                ? new Cost(1e-4 + 2e-5 * Math.sqrt(Math.max(0, Math.min(total, 1e10))), 4096)
                : new Cost(0.1, 1 << 22);
    }

    static FisherExactResult test(FisherExactRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        Counts counts = Counts.of(request.table(), true);
        if (counts.occupiedRows() < 2 || counts.occupiedColumns() < 2) {
            throw new InsufficientDataException(
                            "Only one row or one column holds any counts: nothing can depend on it.")
                    .at("/table");
        }
        return counts.rows().length == 2 && counts.columns().length == 2
                ? fourfold(counts, question, request.method(), deadline)
                : larger(counts, question, request, deadline);
    }

    private static FisherExactResult fourfold(
            Counts counts, TestQuestion question, TestMethod method, Deadline deadline) {
        double odds = question.nullValue();
        if (!(odds > 0) || odds == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                            "nullValue is an odds ratio, positive, but is " + Words.exact(odds) + ".")
                    .at("/nullValue");
        }
        Matrix t = counts.table();
        double x = t.get(0, 0);
        NoncentralHypergeometric tables =
                new NoncentralHypergeometric(counts.rows()[0], counts.rows()[1], counts.columns()[0], deadline);
        double sample = t.get(0, 0) * t.get(1, 1) / (t.get(0, 1) * t.get(1, 0));
        boolean vast = vast(t);
        boolean exact = method == TestMethod.EXACT || (method == TestMethod.AUTO && !vast);
        double pValue = exact ? exactPValue(tables, x, odds, question) : asymptotic(counts, odds, question);
        Interval interval = vast ? normalInterval(t, sample, question) : exactInterval(tables, x, question);
        double conditional = vast ? sample : tables.oddsWithMean(x);
        TestOutcome outcome = new TestOutcome(question)
                .statistic(null, x)
                .pValue(pValue)
                .interval(interval)
                .estimate("The odds ratio", sample)
                .effectSize(new EffectSize("odds-ratio", conditional, interval))
                .assume(Assumptions.independence("Observations"))
                .assume(
                        new Assumption(
                                "fixed-margins",
                                null,
                                "The row and column sums are taken as given; where they are not, the test errs on the side of not rejecting."))
                .convention("statistic", "the first entry of the table")
                .convention("estimate", "the sample's odds ratio ad/(bc), as SciPy's; conditionalEstimate is R's")
                .convention(
                        "pValue",
                        exact
                                ? "two-sided: all tables no more probable than the one seen, as in R and SciPy; not twice the smaller tail"
                                : "of the normal approximation, without continuity correction")
                .convention(
                        "confidenceInterval",
                        vast
                                ? "normal on the logarithm of the odds ratio: with counts like these the exact one is hardly different and takes seconds"
                                : "exact, conditional on the margins, as R's")
                .convention("effectSize", "the conditional odds ratio with its exact interval")
                .diagnostics(TestDiagnostics.of(exact ? "hypergeometric" : "normal", exact)
                        .withErrorBound(1e-10)
                        .withSmallestExpected(smallestExpected(counts)))
                .claim(claim(question));
        if (!exact && method == TestMethod.AUTO) {
            outcome.warn(new Warning(
                    "asymptotic",
                    "With counts like these the exact p-value takes long and is hardly different; this is that of the normal approximation.",
                    "/pValue"));
        }
        if (question.explain()) {
            outcome.working(working(counts, question, sample, conditional, pValue, exact));
        }
        return new FisherExactResult(outcome.result(), conditional);
    }

    /** Whether all counts are so large that the sample's odds ratio is the conditional one but for its eighth digit. */
    private static boolean vast(Matrix table) {
        for (double count : table.values()) {
            if (count < VAST) {
                return false;
            }
        }
        return true;
    }

    private static Interval exactInterval(NoncentralHypergeometric tables, double x, TestQuestion question) {
        double outside = question.outside();
        return new Interval(
                question.boundedBelow() ? tables.oddsWithAtLeast(x, outside) : 0,
                question.boundedAbove() ? tables.oddsWithAtMost(x, outside) : Double.POSITIVE_INFINITY);
    }

    /** B. Woolf, Ann. Hum. Genet. 19 (1955), 251-253. */
    private static Interval normalInterval(Matrix table, double odds, TestQuestion question) {
        double square = 0;
        for (double count : table.values()) {
            square += 1 / count;
        }
        double reach = new Normal(0, 1).quantile(TailProbability.upper(question.outside())) * Math.sqrt(square);
        return new Interval(
                question.boundedBelow() ? odds * Math.exp(-reach) : 0,
                question.boundedAbove() ? odds * Math.exp(reach) : Double.POSITIVE_INFINITY);
    }

    private static double exactPValue(NoncentralHypergeometric tables, double x, double odds, TestQuestion question) {
        NoncentralHypergeometric.Probabilities found = tables.at(x, odds);
        return switch (question.alternative()) {
            case LESS -> found.atMost();
            case GREATER -> found.atLeast();
            case TWO_SIDED -> found.noMoreProbable();
        };
    }

    /** The signed root of Pearson's chi-square for an odds ratio of 1; else the logarithm of the odds ratio over its standard error. */
    private static double asymptotic(Counts counts, double odds, TestQuestion question) {
        Matrix t = counts.table();
        double z;
        if (odds == 1) {
            double root = Math.sqrt(counts.rows()[0])
                    * Math.sqrt(counts.rows()[1])
                    * Math.sqrt(counts.columns()[0])
                    * Math.sqrt(counts.columns()[1]);
            z = (t.get(0, 0) * t.get(1, 1) - t.get(0, 1) * t.get(1, 0)) / root * Math.sqrt(counts.total());
        } else {
            double log = 0;
            double square = 0;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    // Haldane's half keeps empty cells from having infinite logarithms.
                    double count = t.get(i, j) + 0.5;
                    log += (i == j ? 1 : -1) * Math.log(count);
                    square += 1 / count;
                }
            }
            z = (log - Math.log(odds)) / Math.sqrt(square);
        }
        return question.pValue(new Normal(0, 1).tails(z));
    }

    private static Claim claim(TestQuestion question) {
        if (question.nullValue() == 1 && question.alternative() == Alternative.TWO_SIDED) {
            return new Claim(
                    "rows and columns are not independent",
                    "they are independent",
                    "Were they independent",
                    "a table at least as extreme");
        }
        return Claim.about("the odds ratio", question, "a table at least as extreme");
    }

    private static Working working(
            Counts counts, TestQuestion question, double sample, double conditional, double pValue, boolean exact) {
        Matrix t = counts.table();
        String r1 = Words.exact(counts.rows()[0]);
        String r2 = Words.exact(counts.rows()[1]);
        String c1 = Words.exact(counts.columns()[0]);
        String x = Words.exact(t.get(0, 0));
        String tail =
                switch (question.alternative()) {
                    case LESS -> "\\sum_{k \\le %s} P(k)".formatted(x);
                    case GREATER -> "\\sum_{k \\ge %s} P(k)".formatted(x);
                    case TWO_SIDED -> "\\sum_{k:\\,P(k) \\le P(%s)} P(k)".formatted(x);
                };
        return Working.about("the odds ratio", "\\omega", question)
                .add(
                        "odds-ratio",
                        "Odds ratio of the sample",
                        "The odds of the first column in the first row over those in the second.",
                        "\\hat\\omega = \\frac{%s \\cdot %s}{%s \\cdot %s} = %s"
                                .formatted(
                                        x,
                                        Words.exact(t.get(1, 1)),
                                        Words.exact(t.get(0, 1)),
                                        Words.exact(t.get(1, 0)),
                                        Words.latex(sample)),
                        sample)
                .add(
                        "distribution",
                        "Distribution of the first entry",
                        "With the margins given, one entry determines the table; its probability at odds ratio ω is proportional to the number of ways to draw it times a power of ω.",
                        "P(k) \\propto \\binom{%s}{k}\\binom{%s}{%s-k}\\,\\omega^k".formatted(r1, r2, c1),
                        null)
                .add(
                        "conditional-estimate",
                        "Conditional estimate",
                        "The odds ratio under which the table seen is the most probable: the one whose mean is the first entry.",
                        "E_{\\omega}[k] = %s \\;\\Rightarrow\\; \\omega = %s".formatted(x, Words.latex(conditional)),
                        conditional)
                .pValue(
                        exact
                                ? "The probability, were H₀ true, of all tables at least as extreme."
                                : "By the normal approximation.",
                        exact ? tail : "P(|Z| \\ge |z|)",
                        pValue);
    }

    private static FisherExactResult larger(
            Counts counts, TestQuestion question, FisherExactRequest request, Deadline deadline) {
        if (question.alternative() != Alternative.TWO_SIDED) {
            throw new InvalidParameterException("Only a 2×2 table has a one-sided alternative.").at("/alternative");
        }
        if (question.nullValue() != 1) {
            throw new InvalidParameterException("Only a 2×2 table has one odds ratio.").at("/nullValue");
        }
        TableProbability tables = new TableProbability(counts, deadline);
        OptionalDouble found =
                switch (request.method()) {
                    case EXACT -> OptionalDouble.of(tables.noMoreProbable());
                    case AUTO -> tables.noMoreProbableIfQuick();
                    case ASYMPTOTIC -> OptionalDouble.empty();
                };
        boolean exact = found.isPresent();
        double statistic = pearson(counts);
        double degrees = (counts.occupiedRows() - 1.0) * (counts.occupiedColumns() - 1.0);
        double pValue =
                found.orElseGet(() -> new ChiSquare(degrees).tails(statistic).upper());
        double most = Math.min(counts.occupiedRows(), counts.occupiedColumns()) - 1.0;
        TestQuestion plain = TestQuestion.of(question.alpha(), question.explain());
        TestOutcome outcome = new TestOutcome(plain)
                .pValue(pValue)
                .effectSize(ChiSquareTest.effect("cramers-v", statistic, degrees, counts.total() * most, plain, null))
                .assume(Assumptions.independence("Observations"))
                .assume(
                        new Assumption(
                                "fixed-margins",
                                null,
                                "The row and column sums are taken as given; where they are not, the test errs on the side of not rejecting."))
                .convention(
                        "pValue",
                        exact
                                ? "all tables with these margins that are no more probable than the one seen, as in R"
                                : "of Pearson's chi-square, without correction")
                .convention("effectSize", "Cramér's V, with the interval of the noncentral chi-square distribution")
                .diagnostics(TestDiagnostics.of(exact ? "multivariate-hypergeometric" : "chi-square", exact)
                        .withErrorBound(1e-10)
                        .withSmallestExpected(smallestExpected(counts)))
                .claim(claim(question));
        if (!exact && request.method() == TestMethod.AUTO) {
            outcome.warn(new Warning(
                    "asymptotic",
                    "There are too many tables with these margins to go through; the p-value is that of Pearson's chi-square.",
                    "/pValue"));
        }
        if (question.explain()) {
            outcome.working(Working.of(
                            "H₀: row and column of an observation are independent. The alternative: they are not.",
                            "H_0: p_{ij} = p_{i\\cdot}\\,p_{\\cdot j}")
                    .add(
                            "distribution",
                            "Distribution of the table",
                            "With the margins given, the probability of a table under independence.",
                            "P(T) = \\frac{\\prod_i R_i!\\,\\prod_j C_j!}{n!\\,\\prod_{ij} T_{ij}!}",
                            null)
                    .pValue(
                            exact
                                    ? "The probability of all tables no more probable than the one seen."
                                    : "By the chi-square approximation.",
                            exact
                                    ? "\\sum_{T:\\,P(T) \\le P(T_0)} P(T)"
                                    : "P(\\chi^2_\\nu \\ge %s)".formatted(Words.latex(statistic)),
                            pValue));
        }
        return new FisherExactResult(outcome.result(), null);
    }

    private static double pearson(Counts counts) {
        double sum = 0;
        for (int i = 0; i < counts.rows().length; i++) {
            for (int j = 0; j < counts.columns().length; j++) {
                double expected = counts.expected(i, j);
                double distance = counts.table().get(i, j) - expected;
                sum += expected > 0 ? distance * distance / expected : 0;
            }
        }
        return sum;
    }

    private static double smallestExpected(Counts counts) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < counts.rows().length; i++) {
            for (int j = 0; j < counts.columns().length; j++) {
                smallest = counts.expected(i, j) > 0 ? Math.min(smallest, counts.expected(i, j)) : smallest;
            }
        }
        return smallest;
    }
}
