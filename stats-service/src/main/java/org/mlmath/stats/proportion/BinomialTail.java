package org.mlmath.stats.proportion;

import org.mlmath.numerics.distribution.Binomial;
import org.mlmath.stats.hypothesis.TestQuestion;

/** Exact p-values of a number of successes. */
public final class BinomialTail {
    /** Probabilities that are equal but for rounding count as equal: the margin R and SciPy take. */
    private static final double EQUAL = 1e-7;

    private BinomialTail() {}

    /** Two-sided the probability of all outcomes that are no more probable than the one seen, as in R and SciPy. */
    public static double pValue(double successes, double trials, double probability, TestQuestion question) {
        Binomial binomial = new Binomial(trials, probability);
        return switch (question.alternative()) {
            case LESS -> binomial.tails(successes).lower();
            case GREATER -> binomial.tails(successes - 1).upper();
            case TWO_SIDED -> twoSided(binomial, successes, trials, probability);
        };
    }

    private static double twoSided(Binomial binomial, double successes, double trials, double probability) {
        double limit = binomial.logDensity(successes) + EQUAL;
        double mean = trials * probability;
        if (successes == mean || probability == 0 && successes == 0 || probability == 1 && successes == trials) {
            return 1;
        }
        if (successes < mean) {
            double other = firstNoMoreProbable(binomial, Math.ceil(mean), trials + 1, limit);
            return Math.min(
                    1,
                    binomial.tails(successes).lower()
                            + binomial.tails(other - 1).upper());
        }
        double other = firstNoMoreProbable(binomial, Math.floor(mean), -1, limit);
        return Math.min(
                1, binomial.tails(successes - 1).upper() + binomial.tails(other).lower());
    }

    /** Between a value near the mode and one beyond the support the probability falls: the first that is at most the limit. */
    private static double firstNoMoreProbable(Binomial binomial, double near, double beyond, double limit) {
        if (binomial.logDensity(near) <= limit) {
            return near;
        }
        double above = near;
        double reached = beyond;
        while (Math.abs(reached - above) > 1) {
            double middle = above + Math.rint(0.5 * (reached - above));
            if (middle == above || middle == reached) {
                middle = above + Math.signum(reached - above);
            }
            if (binomial.logDensity(middle) <= limit) {
                reached = middle;
            } else {
                above = middle;
            }
        }
        return reached;
    }
}
