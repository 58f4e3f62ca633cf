package org.mlmath.stats.rank;

import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.NoncentralChiSquare;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * How far the mean ranks of several samples lie apart, on the scale of a chi-square variable: what the Kruskal-Wallis and the Friedman
 * test have in common.
 *
 * @param statistic nearly chi-square under the null hypothesis
 * @param most the statistic when the samples lie as far apart as can be, for the effect size
 */
record Dispersion(String symbol, double statistic, int degreesOfFreedom, double most) {
    double asymptoticPValue() {
        return new ChiSquare(degreesOfFreedom).tails(statistic).upper();
    }

    /** statistic/most, with the interval of the noncentrality in the same unit. */
    EffectSize effectSize(String name, TestQuestion question) {
        TailProbability outside = TailProbability.upper(0.5 * question.alpha());
        double lower = NoncentralChiSquare.noncentrality(degreesOfFreedom, statistic, outside);
        double upper = NoncentralChiSquare.noncentrality(
                degreesOfFreedom, statistic, TailProbability.lower(0.5 * question.alpha()));
        return new EffectSize(
                name, statistic / most, new Interval(Math.min(1, lower / most), Math.min(1, upper / most)));
    }

    /** What is said of the method where few observations make the approximation doubtful. */
    void mentionExactTest(TestOutcome outcome, TestMethod method, boolean few) {
        outcome.convention("method", "auto is the chi-square approximation, as in R and SciPy");
        if (few && method != TestMethod.EXACT) {
            outcome.warn(new Warning(
                    "small-sample",
                    "With so few observations the chi-square approximation is coarse; method: \"exact\" counts all arrangements of the ranks.",
                    "/method"));
        }
    }

    void explainPValue(Working working, boolean exact, double pValue) {
        working.pValue(
                exact
                        ? "The share of all arrangements of the ranks, equally likely under H₀, whose statistic is at least as large."
                        : "Under H₀ the statistic is nearly a chi-square variable with k - 1 = %d degrees of freedom."
                                .formatted(degreesOfFreedom),
                "P(%s \\ge %s)"
                        .formatted(exact ? symbol : "\\chi^2_{" + degreesOfFreedom + "}", Words.latex(statistic)),
                pValue);
    }
}
