package org.mlmath.numerics.rank;

import org.mlmath.numerics.Deadline;

/**
 * The distribution of Kendall's S, concordant minus discordant pairs, when every order of n untied values is equally likely.
 *
 * <p>The i-th value is passed by 0 to i − 1 of those before it, each number equally likely, so the discordant pairs are a sum of
 * uniform variables (M. G. Kendall, Biometrika 30 (1938), 81-93). O(n³). With ties see {@link Pairings}.
 */
public final class KendallScore {
    private KendallScore() {}

    /** About how many additions {@link #of} takes. */
    public static double work(int n) {
        return Math.pow(n, 3) / 6;
    }

    public static NullDistribution of(int n, Deadline deadline) {
        int pairs = n * (n - 1) / 2;
        double[] probabilities = {1};
        for (int i = 2; i <= n; i++) {
            deadline.check();
            probabilities = withUniform(probabilities, i);
        }
        return new NullDistribution(-pairs, 2, probabilities);
    }

    /**
     * Convolution with the uniform distribution on 0 … i − 1. Only the lower half is summed, where the running sum grows and
     * taking the oldest term away costs no digits; the upper half mirrors it.
     */
    private static double[] withUniform(double[] probabilities, int i) {
        double[] next = new double[probabilities.length + i - 1];
        double window = 0;
        for (int k = 0; 2 * k < next.length; k++) {
            window += k < probabilities.length ? probabilities[k] : 0;
            window -= k >= i ? probabilities[k - i] : 0;
            next[k] = window / i;
            next[next.length - 1 - k] = next[k];
        }
        return next;
    }
}
