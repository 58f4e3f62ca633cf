package org.mlmath.stats.rank;

import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.Words;

/** What tests on ranks say alike: of ties, of samples too small to reject anything, of levels out of reach. */
final class RankFindings {
    /** Additions for which an exact distribution is computed: about a second. */
    private static final double MOST_WORK = 1e9;

    /** Fewer observations than this are tested exactly by default, as in R. */
    static final int EXACT_BELOW = 50;

    private RankFindings() {}

    static Assumption ties(Ranks ranks) {
        return ties(ranks.tiedValues(), ranks.size());
    }

    static Assumption ties(int tied, int total) {
        return new Assumption(
                "continuity",
                tied == 0,
                tied == 0
                        ? "No two observations are equal, as befits a continuous distribution."
                        : "%d of %d observations equal another one; they share their mean rank and the variance allows for it."
                                .formatted(tied, total));
    }

    /** Where ties keep the automatic choice from the exact test: that there is one. */
    static void mentionExactTest(TestOutcome outcome, TestMethod method, boolean exact, boolean tied, boolean small) {
        if (method == TestMethod.AUTO && !exact && tied && small) {
            outcome.warn(new Warning(
                    "ties",
                    "With ties the p-value is an approximation by default, as in R and SciPy; method: \"exact\" gives the exact one for the ties there are.",
                    "/method"));
        }
    }

    static void mentionHopelessness(TestOutcome outcome, RankReference reference, TestQuestion question) {
        if (reference.exact() == null) {
            return;
        }
        double smallest = reference.smallestPValue(question);
        if (smallest > question.alpha()) {
            outcome.warn(new Warning(
                    "cannot-reject",
                    "No outcome of samples of this size has a p-value below %s: at this level the null hypothesis cannot be rejected, whatever the data."
                            .formatted(Words.number(smallest))));
        }
    }

    static void mentionLevel(TestOutcome outcome, boolean reached, TestQuestion question) {
        if (!reached) {
            outcome.warn(new Warning(
                    "level-not-reached",
                    "With so few observations even the widest interval has a level below %s; it is the one given."
                            .formatted(Words.percent(1 - question.alpha())),
                    "/confidenceInterval"));
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
}
