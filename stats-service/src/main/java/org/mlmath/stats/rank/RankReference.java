package org.mlmath.stats.rank;

import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.rank.NullDistribution;
import org.mlmath.numerics.special.ErrorFunctions;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Words;

/**
 * What a rank statistic is held against: its exact distribution, or the normal one with the same mean and variance.
 *
 * @param exact null for the normal distribution
 * @param corrected whether the normal distribution is corrected for continuity: half a unit towards the mean
 */
record RankReference(NullDistribution exact, double mean, double deviation, boolean corrected) {
    static final String CORRECTED =
            "half a unit towards the mean, as R by default; SciPy by default too for Mann-Whitney, not for Wilcoxon";
    static final String UNCORRECTED = "none; R corrects by default";

    double pValue(TestQuestion question, double statistic) {
        double lower;
        double upper;
        if (exact != null) {
            lower = exact.atMost(statistic);
            upper = exact.atLeast(statistic);
        } else {
            double z = z(question, statistic);
            lower = ErrorFunctions.normalProbability(z);
            upper = ErrorFunctions.normalProbability(-z);
        }
        return switch (question.alternative()) {
            case LESS -> lower;
            case GREATER -> upper;
            case TWO_SIDED -> Math.min(1, 2 * Math.min(lower, upper));
        };
    }

    /** The statistic's distance from its mean in standard deviations. */
    double z(TestQuestion question, double statistic) {
        double distance = statistic - mean;
        double correction = !corrected
                ? 0
                : switch (question.alternative()) {
                    case LESS -> -0.5;
                    case GREATER -> 0.5;
                    case TWO_SIDED -> 0.5 * Math.signum(distance);
                };
        return (distance - correction) / deviation;
    }

    TestDiagnostics diagnostics() {
        return exact != null
                ? TestDiagnostics.of("exact-permutation", true)
                : TestDiagnostics.of("normal-approximation", false);
    }

    /** The smallest p-value that there is for such samples. */
    double smallestPValue(TestQuestion question) {
        return Math.min(pValue(question, exact.smallest()), pValue(question, exact.largest()));
    }

    /** The steps from the statistic to the p-value. */
    void explain(Working working, TestQuestion question, String symbol, double statistic, double pValue) {
        String value = Words.latex(statistic);
        if (exact != null) {
            String tail =
                    switch (question.alternative()) {
                        case LESS -> "P(%s \\le %s)".formatted(symbol, value);
                        case GREATER -> "P(%s \\ge %s)".formatted(symbol, value);
                        case TWO_SIDED ->
                            "2\\min\\{P(%s \\le %s),\\, P(%s \\ge %s)\\}".formatted(symbol, value, symbol, value);
                    };
            working.pValue(
                    "The share of all arrangements of the ranks, equally likely under H₀, whose statistic is at least as extreme.",
                    tail,
                    pValue);
            return;
        }
        double z = z(question, statistic);
        working.add(
                "standardize",
                "Distance from the mean",
                "Under H₀ the statistic is nearly normal with this mean and standard deviation"
                        + (corrected ? "; it is taken half a unit nearer to the mean, for it moves in steps." : "."),
                "z = \\frac{%s - %s%s}{%s} = %s"
                        .formatted(
                                value,
                                Words.bracketed(mean),
                                corrected ? " \\mp \\tfrac12" : "",
                                Words.latex(deviation),
                                Words.latex(z)),
                z);
        working.tail(question, "Z", z, pValue, "the standard normal distribution");
    }

    /**
     * Which of the ordered pairwise differences (or averages) bound the interval of a shift, as R's wilcox.test finds them.
     *
     * @param lower counted from 1; likewise upper
     * @param reached whether the interval between them has the level asked for, which few observations may not allow
     */
    record Bounds(long lower, long upper, boolean reached) {
        /** @param untied distribution of the number of pairs below the shift */
        static Bounds exact(TestQuestion question, NullDistribution untied, long pairs) {
            double quantile = untied.quantile(question.outside());
            long k = Math.max(1, (long) quantile);
            return new Bounds(k, pairs + 1 - k, quantile >= 1);
        }

        static Bounds normal(TestQuestion question, double mean, double deviation, boolean corrected, long pairs) {
            double reach = new Normal(0, 1).quantile(question.outsideAbove()) * deviation + (corrected ? 0.5 : 0);
            long lower = (long) Math.ceil(mean - reach);
            long upper = (long) Math.ceil(mean + reach);
            return new Bounds(Math.max(1, lower), Math.min(pairs, upper), lower >= 1);
        }
    }
}
