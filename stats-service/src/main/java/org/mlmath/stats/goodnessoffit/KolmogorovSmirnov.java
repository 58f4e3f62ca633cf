package org.mlmath.stats.goodnessoffit;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.goodnessoffit.KolmogorovDistribution;
import org.mlmath.numerics.goodnessoffit.Lilliefors;
import org.mlmath.numerics.goodnessoffit.SmirnovTwoSample;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.stats.hypothesis.Alternative;
import org.mlmath.stats.hypothesis.Assumption;
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

/**
 * The Kolmogorov-Smirnov tests: D is the largest distance of an empirical distribution function from a given one, or from that of
 * another sample; D⁺ and D⁻ count one direction only. The true distance lies within D ± √(ln(2/α)/(2n)) (Dvoretzky, Kiefer, Wolfowitz,
 * Massart), of two samples the sum of two such reaches.
 */
final class KolmogorovSmirnov {
    static final double MOST_PAIRS_BY_DEFAULT = 2e7;
    static final double MOST_PAIRS = 4e8;

    private KolmogorovSmirnov() {}

    static TestResult oneSample(KolmogorovSmirnovOneSampleRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        Sample sample = Sample.of(request.data(), "/data", request.missing(), 1);
        ContinuousFit fit = ContinuousFit.of(request.distribution(), sample, deadline);
        double[] sorted = sample.values().clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double d = distance(sorted, fit.distribution(), question.alternative());
        boolean exact = request.method() != TestMethod.ASYMPTOTIC;
        boolean twoSided = question.alternative() == Alternative.TWO_SIDED;
        boolean lilliefors = fit.estimated() && fit.normal() && twoSided && n >= Lilliefors.FEWEST;
        double pValue = lilliefors ? Lilliefors.pValue(n, d) : pValue(n, d, exact, twoSided, deadline);
        boolean discrete = fit.distribution().support().discrete();
        TestOutcome outcome = outcome(
                        question,
                        d,
                        pValue,
                        "their distribution differs from " + fit.description(),
                        "they come from it")
                .effectSize(effect(d, reach(n, question)))
                .assume(Assumptions.independence("Observations"))
                .assume(continuity(Ranks.of(sorted)))
                .convention("statistic", statistic(question.alternative()))
                .convention(
                        "alternative",
                        "greater: the empirical distribution function lies above the other one, as R and SciPy")
                .convention(
                        "method",
                        "auto is exact for any number of observations, as SciPy; R takes the limit from 100 on and with ties")
                .diagnostics(TestDiagnostics.of(
                                lilliefors ? "lilliefors" : exact ? "kolmogorov-exact" : "kolmogorov-limit",
                                exact && !fit.estimated() && !discrete)
                        .withErrorBound(lilliefors ? 0.05 : exact && twoSided && n >= 50_000 ? 1e-6 : 1e-9))
                .warn(sample.warnings());
        if (lilliefors) {
            outcome.convention(
                    "estimatedParameters",
                    "Lilliefors' test with the approximation of Dallal and Wilkinson (1986), as nortest::lillie.test");
        } else if (fit.estimated()) {
            outcome.warn(new Warning(
                    "estimated-parameters",
                    "The parameters were estimated from the same data, which the p-value does not allow for: it is too large, the more so the more parameters.",
                    "/distribution/parameters"));
        }
        fit.mentionEstimates(outcome, sample);
        if (discrete) {
            outcome.warn(new Warning(
                    "discrete-distribution",
                    "For a discrete distribution the p-value is too large; chi-square-goodness-of-fit suits counts better.",
                    "/distribution/name"));
        }
        if (question.explain()) {
            Working working = Working.of(
                    "H₀: the data come from the distribution %s. The alternative: they do not."
                            .formatted(fit.description()),
                    "H_0: X \\sim F");
            outcome.working(explained(working, question, "F", d, pValue));
        }
        return outcome.result();
    }

    static TestResult twoSample(KolmogorovSmirnovTwoSampleRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        Sample a = Sample.of(request.a(), "/a", request.missing(), 1);
        Sample b = Sample.of(request.b(), "/b", request.missing(), 1);
        double[] x = sorted(a);
        double[] y = sorted(b);
        double m = x.length;
        double n = y.length;
        SmirnovTwoSample.Side side =
                switch (question.alternative()) {
                    case TWO_SIDED -> SmirnovTwoSample.Side.BOTH;
                    case GREATER -> SmirnovTwoSample.Side.FIRST_ABOVE;
                    case LESS -> SmirnovTwoSample.Side.SECOND_ABOVE;
                };
        boolean exact = request.method() == TestMethod.EXACT
                || (request.method() == TestMethod.AUTO && m * n <= MOST_PAIRS_BY_DEFAULT);
        if (exact && m * n > MOST_PAIRS) {
            throw new LimitExceededException(
                            "The exact distribution for %s pairs takes too long (at most %s): with method \"asymptotic\" there is an answer, and for samples of this size it is close."
                                    .formatted(Words.exact(m * n), Words.exact(MOST_PAIRS)))
                    .at("/method")
                    .with("limit", MOST_PAIRS);
        }
        SmirnovTwoSample.Distance distance = SmirnovTwoSample.distance(x, y, side);
        double d = distance.scaled() / (m * n);
        boolean twoSided = question.alternative() == Alternative.TWO_SIDED;
        double z = Math.sqrt(m / (m + n) * n) * d;
        double pValue = exact
                ? SmirnovTwoSample.atLeast(x, y, distance.scaled(), side, deadline)
                : twoSided ? KolmogorovDistribution.limit(z) : Math.exp(-2 * z * z);
        Ranks ranks = Ranks.pooled(x, y);
        TestOutcome outcome = outcome(
                        question,
                        d,
                        pValue,
                        switch (question.alternative()) {
                            case TWO_SIDED -> "a and b come from different distributions";
                            case GREATER -> "the distribution function of a lies above that of b somewhere";
                            case LESS -> "the distribution function of a lies below that of b somewhere";
                        },
                        "they come from the same one")
                .effectSize(effect(d, reach(m, question) + reach(n, question)))
                .assume(Assumptions.independence("Observations, within and between the samples,"))
                .assume(continuity(ranks))
                .convention("statistic", statistic(question.alternative()))
                .convention(
                        "alternative",
                        "greater: the distribution function of a lies above that of b, so that its values are the smaller ones, as R and SciPy")
                .convention(
                        "method",
                        "auto is exact up to 20,000,000 pairs, ties allowed for as in R; SciPy is exact up to 10,000 in each sample and does not allow for ties")
                .diagnostics(TestDiagnostics.of(exact ? "smirnov-exact" : "kolmogorov-limit", exact)
                        .withTies(ranks.tiedValues()))
                .warn(a.warnings())
                .warn(b.warnings());
        if (question.explain()) {
            Working working = Working.of(
                    "H₀: a and b come from the same distribution. The alternative: their distribution functions differ.",
                    "H_0: F_a = F_b");
            working.add(
                    "largest-distance",
                    "Where they are furthest apart",
                    "Up to %s the shares of a and of b differ most%s."
                            .formatted(
                                    Words.number(distance.at()),
                                    distance.scaled() == 0 ? "; they do not differ in this direction" : ""),
                    "|F_m(x) - G_n(x)| = \\frac{%d}{%d \\cdot %d}".formatted(distance.scaled(), x.length, y.length),
                    distance.at());
            outcome.working(explained(working, question, "G_n", d, pValue));
        }
        return outcome.result();
    }

    private static TestOutcome outcome(
            TestQuestion question, double d, double pValue, String alternative, String nullHypothesis) {
        return new TestOutcome(question)
                .statistic("D", d)
                .pValue(pValue)
                .claim(new Claim(alternative, nullHypothesis, "Did " + nullHypothesis, "a D at least as large"));
    }

    private static double[] sorted(Sample sample) {
        double[] sorted = sample.values().clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The largest distance, looked for at the observations from either side. */
    private static double distance(double[] sorted, Distribution distribution, Alternative alternative) {
        double n = sorted.length;
        boolean discrete = distribution.support().discrete();
        double above = 0;
        double below = 0;
        for (int i = 0; i < sorted.length; i++) {
            double x = sorted[i];
            double upTo = distribution.tails(x).lower();
            double before = discrete ? distribution.tails(Math.ceil(x) - 1).lower() : upTo;
            boolean last = i + 1 == sorted.length || sorted[i + 1] != x;
            boolean first = i == 0 || sorted[i - 1] != x;
            above = last ? Math.max(above, (i + 1) / n - upTo) : above;
            below = first ? Math.max(below, before - i / n) : below;
        }
        return switch (alternative) {
            case TWO_SIDED -> Math.max(above, below);
            case GREATER -> above;
            case LESS -> below;
        };
    }

    private static double pValue(int n, double d, boolean exact, boolean twoSided, Deadline deadline) {
        if (exact) {
            return twoSided ? KolmogorovDistribution.twoSided(n, d, deadline) : KolmogorovDistribution.oneSided(n, d);
        }
        double z = Math.sqrt(n) * d;
        return twoSided ? KolmogorovDistribution.limit(z) : Math.exp(-2 * z * z);
    }

    private static double reach(double n, TestQuestion question) {
        return Math.sqrt(Math.log(2 / question.alpha()) / (2 * n));
    }

    private static EffectSize effect(double d, double reach) {
        return new EffectSize("kolmogorov-distance", d, new Interval(Math.max(0, d - reach), Math.min(1, d + reach)));
    }

    private static Assumption continuity(Ranks ranks) {
        return new Assumption(
                "continuity",
                !ranks.tied(),
                ranks.tied()
                        ? "%d of %d observations equal another one, which a continuous distribution does not allow for."
                                .formatted(ranks.tiedValues(), ranks.size())
                        : "No two observations are equal, as befits a continuous distribution.");
    }

    private static String statistic(Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> "D, the largest distance";
            case GREATER -> "D+, the largest distance above";
            case LESS -> "D-, the largest distance below";
        };
    }

    private static Working explained(Working working, TestQuestion question, String other, double d, double pValue) {
        String difference =
                switch (question.alternative()) {
                    case TWO_SIDED -> "|F_n(x) - %s(x)|".formatted(other);
                    case GREATER -> "(F_n(x) - %s(x))".formatted(other);
                    case LESS -> "(%s(x) - F_n(x))".formatted(other);
                };
        return working.statistic(
                        "The largest distance of the distribution functions.",
                        "D = \\sup_x %s = %s".formatted(difference, Words.latex(d)),
                        d)
                .pValue(
                        "The probability, were H₀ true, of a distance at least as large.",
                        "P(D \\ge %s)".formatted(Words.latex(d)),
                        pValue);
    }
}
