package org.mlmath.numerics.rank;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;

/**
 * The distribution of the sum of m ranks when every choice of m among N is equally likely: of the Wilcoxon rank sum, and, less
 * m(m + 1)/2, of the Mann-Whitney U.
 *
 * <p>Counts the subsets of each size and sum, adding one observation after the other (the shift algorithm of B. Streitberg and
 * J. Röhmel, Statist. Software Newsletter 12 (1986), 10-17), so ties cost nothing but finer sums. O(N·m·S) with S the number of sums.
 */
public final class RankSum {
    private RankSum() {}

    /** About how many additions {@link #of} takes for so many ranks. */
    public static double work(Ranks ranks, int m) {
        double chosen = Math.min(m, ranks.size() - m);
        double sums = chosen * (ranks.size() - chosen) * (ranks.tied() ? 2 : 1);
        return 0.4 * ranks.size() * chosen * sums;
    }

    /**
     * @param m how many are chosen, from 1 to N − 1
     * @return the distribution of their sum
     */
    public static NullDistribution of(Ranks ranks, int m, Deadline deadline) {
        int[] doubled = ranks.doubled();
        Arrays.sort(doubled);
        boolean mirrored = 2 * m > doubled.length;
        int chosen = mirrored ? doubled.length - m : m;
        int unit = 0;
        for (int rank : doubled) {
            unit = gcd(unit, rank - doubled[0]);
        }
        if (unit == 0) {
            return new NullDistribution(0.5 * doubled[0] * m, 1, 1);
        }
        int[] scores = new int[doubled.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (doubled[i] - doubled[0]) / unit;
        }
        double[] counts = subsets(scores, chosen, deadline);
        double first = 0.5 * doubled[0] * chosen;
        double step = 0.5 * unit;
        if (!mirrored) {
            return new NullDistribution(first, step, counts);
        }
        // The rest of the ranks has what the chosen ones do not have.
        double total = 0.5 * doubled.length * (doubled.length + 1.0);
        double last = first + step * (counts.length - 1);
        return new NullDistribution(total - last, step, reversed(counts));
    }

    /** For each sum the number of subsets of this size that have it; the scores ascend from 0. */
    private static double[] subsets(int[] scores, int size, Deadline deadline) {
        int[] reach = new int[size + 1]; // the largest sum of j of the scores so far
        double[][] counts = new double[size + 1][];
        int largest = 0;
        for (int j = 0; j <= size; j++) {
            largest += j == 0 ? 0 : scores[scores.length - j];
            counts[j] = new double[largest + 1];
        }
        counts[0][0] = 1;
        for (int i = 0; i < scores.length; i++) {
            deadline.check();
            int score = scores[i];
            for (int j = Math.min(i + 1, size); j >= 1; j--) {
                double[] from = counts[j - 1];
                double[] to = counts[j];
                int end = reach[j - 1];
                for (int sum = 0; sum <= end; sum++) {
                    to[sum + score] += from[sum];
                }
                reach[j] = end + score; // scores ascend, so the newest belongs to the largest sum
            }
        }
        return counts[size];
    }

    static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }

    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
