package org.mlmath.numerics.rank;

/**
 * The distribution of the number of runs in a sequence of m symbols of one kind and n of another when every order is equally likely.
 *
 * <p>P(2k) ∝ 2·C(m − 1, k − 1)·C(n − 1, k − 1), and P(2k + 1)/P(2k) = (m + n − 2k)/(2k). Built from its bulk outwards by ratios:
 * O(min(m, n)), right to its own size in both tails. Source: A. Wald and J. Wolfowitz, Ann. Math. Statist. 11 (1940), 147-162.
 */
public final class RunsCount {
    private RunsCount() {}

    /**
     * @param m at least 1
     * @param n at least 1
     */
    public static NullDistribution of(int m, int n) {
        int pairs = Math.min(m, n);
        int bulk = Math.clamp(Math.round((double) m * n / (m + (double) n)), 1, pairs);
        double[] even = new double[pairs + 1];
        even[bulk] = 1;
        for (int k = bulk; k < pairs; k++) {
            even[k + 1] = even[k] * (m - k) / k * (n - k) / k;
        }
        for (int k = bulk; k > 1; k--) {
            even[k - 1] = even[k] * (k - 1) / (m - k + 1) * (k - 1) / (n - k + 1);
        }
        double[] weights = new double[2 * pairs]; // of 2, 3, … runs
        for (int k = 1; k <= pairs; k++) {
            weights[2 * k - 2] = even[k];
            weights[2 * k - 1] = even[k] * ((double) m + n - 2.0 * k) / (2.0 * k);
        }
        return new NullDistribution(2, 1, weights);
    }
}
