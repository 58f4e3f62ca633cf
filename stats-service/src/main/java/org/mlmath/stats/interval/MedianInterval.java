package org.mlmath.stats.interval;

import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.Binomial;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Words;

/**
 * The interval of a median between the order statistics x₍ₖ₎ and x₍ₙ₊₁₋ₖ₎, whose probability 1 − 2P(B ≤ k − 1) with B binomial(n, ½) is at
 * least the level for the largest such k; or interpolated between that pair and the next narrower one (T. P. Hettmansperger and S. J.
 * Sheather, Statist. Probab. Lett. 4 (1986), 75-79).
 */
final class MedianInterval {
    private MedianInterval() {}

    static ConfidenceIntervalResult of(MedianIntervalRequest request) {
        IntervalQuestion question = request.question();
        double[] given = request.data().values();
        double[] sorted = request.missing().present(given, "/data").clone();
        int n = sorted.length;
        if (n == 0) {
            throw new InsufficientDataException("There are no observations.").at("/data");
        }
        Arrays.sort(sorted);
        Binomial half = new Binomial(n, 0.5);
        int k = 0;
        while (k < n / 2 && half.tails(k).lower() <= question.outside()) {
            k++;
        }
        if (k == 0) {
            int needed = (int) Math.ceil(1 - Math.log(1 - question.level()) / Math.log(2));
            throw new InsufficientDataException(
                            "From the smallest to the largest of %d observations the level is only %s; it takes %d of them for %s."
                                    .formatted(
                                            n,
                                            Words.percent(1 - 2 * half.tails(0).lower()),
                                            needed,
                                            Words.percent(question.level())))
                    .at("/data")
                    .with("needed", needed);
        }
        double attained = 1 - 2 * half.tails(k - 1.0).lower();
        double lower = sorted[k - 1];
        double upper = sorted[n - k];
        boolean interpolated = request.method() == MedianMethod.INTERPOLATED;
        if (interpolated && k < n - k) {
            double next = 1 - 2 * half.tails(k).lower();
            double share = (attained - question.level()) / (attained - next);
            double lambda = (n - k) * share / (k + (n - 2.0 * k) * share);
            lower += lambda * (sorted[k] - sorted[k - 1]);
            upper += lambda * (sorted[n - k - 1] - sorted[n - k]);
        }
        double median = 0.5 * sorted[(n - 1) / 2] + 0.5 * sorted[n / 2];
        IntervalOutcome outcome = new IntervalOutcome(question, "The median")
                .estimate(median)
                .assume(Assumptions.independence("Observations"))
                .warn(n == given.length ? List.of() : List.of(MissingValues.omitted(given.length - n, "/data")))
                .step(
                        "estimate",
                        "Median",
                        "The middle observation, or half way between the two.",
                        "\\tilde x = " + Words.latex(median),
                        median)
                .step(
                        "order-statistics",
                        "Order statistics",
                        "How many observations lie below the median is binomial with probability 1/2; the largest k for which the interval still has the level.",
                        "P(x_{(k)} \\le \\tilde\\mu \\le x_{(n+1-k)}) = 1 - 2\\,P(B_{%d,1/2} \\le k-1) = %s,\\quad k = %d"
                                .formatted(n, Words.latex(attained), k),
                        attained);
        if (interpolated) {
            outcome.method("interpolated-order-statistics", false).convention("method", "Hettmansperger and Sheather");
        } else {
            outcome.attained("order-statistics", attained)
                    .convention("level", "at least what is asked for; diagnostics.attainedLevel is what it comes to");
        }
        return outcome.between(lower, upper, "\\left[x_{(%d)},\\ x_{(%d)}\\right]".formatted(k, n + 1 - k));
    }
}
