package org.mlmath.stats.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.numerics.distribution.Normal;

/**
 * Which groups differ after a Kruskal-Wallis test: z = (r̄ᵢ − r̄ⱼ) / √((N(N + 1) − Σ(t³ − t)/(N − 1))/12 · (1/nᵢ + 1/nⱼ)) of the mean
 * ranks among all observations, against the standard normal distribution, adjusted by Holm's method. Source: O. J. Dunn,
 * Technometrics 6 (1964), 241-252; S. Holm, Scand. J. Statist. 6 (1979), 65-70.
 */
final class DunnTest {
    /** Some five thousand pairs. */
    private static final int MOST_GROUPS = 100;

    private static final Normal STANDARD = new Normal(0, 1);

    private DunnTest() {}

    /**
     * @param n number of observations
     * @param tieFactor 1 − Σ(t³ − t)/(N³ − N)
     * @return null for too many groups
     */
    static List<RankComparison> of(double[] meanRanks, int[] sizes, double n, double tieFactor, double alpha) {
        int k = sizes.length;
        if (k > MOST_GROUPS) {
            return null;
        }
        double variance = n * (n + 1) / 12 * tieFactor;
        int pairs = k * (k - 1) / 2;
        int[][] groups = new int[pairs][];
        double[] z = new double[pairs];
        double[] alone = new double[pairs];
        int at = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                groups[at] = new int[] {i, j};
                z[at] = (meanRanks[i] - meanRanks[j]) / Math.sqrt(variance * (1.0 / sizes[i] + 1.0 / sizes[j]));
                alone[at] = Math.min(1, 2 * STANDARD.tails(Math.abs(z[at])).upper());
                at++;
            }
        }
        double[] adjusted = holm(alone);
        List<RankComparison> comparisons = new ArrayList<>(pairs);
        for (int c = 0; c < pairs; c++) {
            comparisons.add(new RankComparison(
                    groups[c],
                    meanRanks[groups[c][0]] - meanRanks[groups[c][1]],
                    z[c],
                    alone[c],
                    adjusted[c],
                    adjusted[c] <= alpha));
        }
        return comparisons;
    }

    private static double[] holm(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[p.length];
        double running = 0;
        for (int rank = 0; rank < order.length; rank++) {
            running = Math.max(running, Math.min(1, (p.length - rank) * p[order[rank]]));
            adjusted[order[rank]] = running;
        }
        return adjusted;
    }
}
