package org.mlmath.stats.dependence;

import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.Words;

/** What the three tests of a correlation do alike. */
final class CorrelationFindings {
    /** Additions for which an exact distribution is computed: about a second. */
    private static final double MOST_WORK = 1e9;

    private CorrelationFindings() {}

    /** @throws InsufficientDataException at {@code /a} for fewer pairs than needed, or where a variable does not vary */
    static void require(PairedObservations pairs, int needed) {
        if (pairs.size() < needed) {
            throw new InsufficientDataException("There %s, but at least %d are needed."
                            .formatted(
                                    pairs.size() == 1
                                            ? "is 1 complete pair"
                                            : "are " + pairs.size() + " complete pairs",
                                    needed))
                    .at("/a")
                    .with("size", pairs.size());
        }
        requireVariation(pairs.a(), "/a");
        requireVariation(pairs.b(), "/b");
    }

    private static void requireVariation(double[] values, String pointer) {
        for (double value : values) {
            if (value != values[0]) {
                return;
            }
        }
        throw new InsufficientDataException(
                        "All observations are equal: what does not vary has no correlation with anything.")
                .at(pointer);
    }

    /** The interval of a correlation, and the same as the size of the effect. */
    static void interval(
            TestOutcome outcome, CorrelationMethod method, String name, double r, int n, TestQuestion question) {
        double error = FisherZ.standardError(method, r, n);
        double quantile = new Normal(0, 1).quantile(question.outsideAbove());
        Interval interval = Double.isInfinite(error) && Math.abs(r) < 1
                ? new Interval(-1, 1)
                : question.interval(FisherZ.shifted(r, -quantile * error), FisherZ.shifted(r, quantile * error), -1, 1);
        outcome.estimate(r).interval(interval).effectSize(new EffectSize(name, r, interval));
        if (Double.isInfinite(error)) {
            outcome.warn(new Warning(
                    "too-few-for-an-interval",
                    "From %d pairs no interval can be found; any correlation is compatible with them.".formatted(n),
                    "/confidenceInterval"));
        }
    }

    static Assumption ties(Ranks a, Ranks b) {
        int tied = a.tiedValues() + b.tiedValues();
        return new Assumption(
                "continuity",
                tied == 0,
                tied == 0
                        ? "No two values of a variable are equal, as befits continuous distributions."
                        : "%d of %d values of a and %d of b equal another one; the statistic allows for it."
                                .formatted(a.tiedValues(), a.size(), b.tiedValues()));
    }

    static void mentionExactTest(TestOutcome outcome, TestMethod method, boolean exact, boolean tied, boolean small) {
        if (method == TestMethod.AUTO && !exact && tied && small) {
            outcome.warn(new Warning(
                    "ties",
                    "With ties the p-value is an approximation by default, as in R and SciPy; method: \"exact\" gives the exact one for the ties there are.",
                    "/method"));
        }
    }

    /** @throws LimitExceededException at {@code /method} where the exact distribution takes too long */
    static void requireFeasible(double work) {
        if (work > MOST_WORK) {
            throw new LimitExceededException(
                            "The exact distribution would take %s additions, more than %s: with method \"asymptotic\" there is an answer, and for samples of this size it is close."
                                    .formatted(Words.number(work), Words.number(MOST_WORK)))
                    .at("/method")
                    .with("limit", MOST_WORK);
        }
    }

    static double pValue(TestQuestion question, double lower, double upper) {
        return switch (question.alternative()) {
            case LESS -> lower;
            case GREATER -> upper;
            case TWO_SIDED -> Math.min(1, 2 * Math.min(lower, upper));
        };
    }
}
