package org.mlmath.stats.hypothesis;

import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/** What the data say about what tests of means and variances take for granted. */
public final class Assumptions {
    /** From here on a mean is close to normal whatever the observations are, unless their tails are extreme. */
    private static final int LARGE = 40;

    private static final int ENOUGH_TO_JUDGE = 8;
    /** Two-sided 1 % point of the standard normal distribution. */
    private static final double NOTABLE = 2.576;

    private Assumptions() {}

    public static Assumption independence(String of) {
        return new Assumption(
                "independence",
                null,
                of + " are taken to be independent; how they were collected decides that, not their values.");
    }

    /** Skewness and kurtosis against their standard errors in normal samples. */
    public static Assumption normality(SampleStatistics sample, String of) {
        if (sample.summarized()) {
            return new Assumption("normality", null, "A summary does not show the shape of " + of + ".");
        }
        double n = sample.size();
        if (n < ENOUGH_TO_JUDGE) {
            return new Assumption(
                    "normality", null, "%s: %d are too few to show their shape.".formatted(capital(of), (long) n));
        }
        double skewness = sample.skewness();
        double kurtosis = sample.excessKurtosis();
        double skewnessError = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
        double kurtosisError = Math.sqrt(24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5)));
        boolean plausible = Math.abs(skewness) < NOTABLE * skewnessError
                && Math.abs(kurtosis + 6 / (n + 1)) < NOTABLE * kurtosisError;
        String verdict = plausible
                ? "nothing speaks against a normal distribution"
                : n < LARGE
                        ? "unlike a normal distribution, and the sample is too small for that not to matter"
                        : "unlike a normal distribution, which matters little for a mean of so many";
        return new Assumption(
                "normality",
                plausible,
                "%s: skewness %s (standard error %s), excess kurtosis %s (standard error %s); %s."
                        .formatted(
                                capital(of),
                                Words.number(skewness),
                                Words.number(skewnessError),
                                Words.number(kurtosis),
                                Words.number(kurtosisError),
                                verdict));
    }

    /** The ratio of the variances with its F test. */
    public static Assumption equalVariances(SampleStatistics a, SampleStatistics b) {
        if (a.size() < 2 || b.size() < 2) {
            return new Assumption("equal-variances", null, "A single observation says nothing about its variance.");
        }
        double ratio = a.standardDeviation() / b.standardDeviation();
        Tails tails = new FisherF(a.size() - 1, b.size() - 1).tails(ratio * ratio);
        double p = 2 * Math.min(tails.lower(), tails.upper());
        return new Assumption(
                "equal-variances",
                p >= 0.05,
                "The variance of a is %s times that of b (F test, p = %s)."
                        .formatted(Words.number(ratio * ratio), Words.number(p)));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
