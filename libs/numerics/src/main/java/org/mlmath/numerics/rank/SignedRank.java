package org.mlmath.numerics.rank;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;

/**
 * The distribution of Wilcoxon's signed-rank statistic, the sum of the ranks with a positive sign, when every sign is positive with
 * probability ½.
 *
 * <p>The ranks may be midranks and some may be left out (those of zeros by Pratt's method). Convolves one rank after the other: O(n·S)
 * with S the number of sums.
 */
public final class SignedRank {
    private SignedRank() {}

    /** About how many additions {@link #of} takes for so many ranks. */
    public static double work(int size, boolean tied) {
        return (tied ? 1.0 : 0.5) * size * size * size / 2;
    }

    /** @param doubledRanks twice the ranks, positive */
    public static NullDistribution of(int[] doubledRanks, Deadline deadline) {
        int unit = 0;
        int total = 0;
        for (int rank : doubledRanks) {
            unit = RankSum.gcd(unit, rank);
            total += rank;
        }
        if (total == 0) {
            return new NullDistribution(0, 1, 1);
        }
        int[] scores = new int[doubledRanks.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = doubledRanks[i] / unit;
        }
        Arrays.sort(scores);
        double[] probabilities = new double[total / unit + 1];
        probabilities[0] = 1;
        int reach = 0;
        for (int score : scores) {
            deadline.check();
            reach += score;
            for (int sum = reach; sum >= 0; sum--) {
                double with = sum >= score ? probabilities[sum - score] : 0;
                probabilities[sum] = 0.5 * (probabilities[sum] + with);
            }
        }
        return new NullDistribution(0, 0.5 * unit, probabilities);
    }
}
