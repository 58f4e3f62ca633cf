package org.mlmath.numerics.mcmc;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;

/**
 * What the draws of one variable are worth: the potential scale reduction R̂ (rank-normalized, of half chains, the larger of bulk and folded)
 * and effective sample sizes of the bulk, of the 5 % and 95 % quantiles, and of the mean.
 *
 * <p>Chains are split in halves, a middle draw left out. Autocorrelations are summed as far as Geyer's initial monotone sequence goes. NaN for
 * draws that do not vary, and for fewer than four per chain.
 *
 * <p>Source: A. Vehtari, A. Gelman, D. Simpson, B. Carpenter and P.-C. Bürkner, <i>Rank-normalization, folding, and localization: an
 * improved R̂</i>, Bayesian Analysis 16 (2021), 667-718.
 */
public final class ChainStatistics {
    private static final Normal STANDARD = new Normal(0, 1);

    private final double[][] halves;
    private final double[] sorted;
    private final Deadline deadline;

    /** @param chains [chain][iteration], equally long */
    public ChainStatistics(double[][] chains, Deadline deadline) {
        this.deadline = deadline;
        int length = chains[0].length;
        int half = length / 2;
        this.halves = new double[2 * chains.length][];
        for (int i = 0; i < chains.length; i++) {
            halves[2 * i] = Arrays.copyOfRange(chains[i], 0, half);
            halves[2 * i + 1] = Arrays.copyOfRange(chains[i], length - half, length);
        }
        this.sorted = pooled(chains);
        Arrays.sort(sorted);
    }

    private static double[] pooled(double[][] chains) {
        int length = chains[0].length;
        double[] all = new double[chains.length * length];
        for (int i = 0; i < chains.length; i++) {
            System.arraycopy(chains[i], 0, all, i * length, length);
        }
        return all;
    }

    /** The quantile of all draws together, type 7. */
    public double quantile(double p) {
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        double fraction = at - below;
        return fraction == 0 ? sorted[below] : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }

    public double rHat() {
        double median = 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
        double[][] folded = new double[halves.length][];
        for (int i = 0; i < halves.length; i++) {
            folded[i] = Arrays.stream(halves[i]).map(x -> Math.abs(x - median)).toArray();
        }
        double bulk = scaleReduction(rankNormalized(halves));
        double tail = scaleReduction(rankNormalized(folded));
        return Double.isNaN(bulk) ? bulk : Double.isNaN(tail) ? bulk : Math.max(bulk, tail);
    }

    /** Effective sample size of the rank-normalized draws. */
    public double essBulk() {
        return effectiveSize(rankNormalized(halves));
    }

    /** The smaller of the effective sample sizes for the 5 % and the 95 % quantile. */
    public double essTail() {
        return Math.min(essOfQuantile(0.05), essOfQuantile(0.95));
    }

    /** Effective sample size for the mean. */
    public double essMean() {
        return effectiveSize(halves);
    }

    private double essOfQuantile(double p) {
        double quantile = quantile(p);
        double[][] below = new double[halves.length][];
        for (int i = 0; i < halves.length; i++) {
            below[i] = Arrays.stream(halves[i]).map(x -> x <= quantile ? 1 : 0).toArray();
        }
        return effectiveSize(below);
    }

    /** Φ⁻¹((r − 3/8)/(S + 1/4)) of the ranks among all draws, ties at their mean rank. */
    private static double[][] rankNormalized(double[][] chains) {
        double[] all = pooled(chains);
        double[] ordered = all.clone();
        Arrays.sort(ordered);
        int count = all.length;
        double[][] scores = new double[chains.length][chains[0].length];
        // Scores of each place in the order, computed once for each run of ties.
        double[] scoreAt = new double[count];
        for (int i = 0; i < count; ) {
            int end = i + 1;
            while (end < count && ordered[end] == ordered[i]) {
                end++;
            }
            double rank = 0.5 * (i + 1 + end);
            double score = STANDARD.quantile(TailProbability.lower((rank - 0.375) / (count + 0.25)));
            Arrays.fill(scoreAt, i, end, score);
            i = end;
        }
        for (int i = 0; i < chains.length; i++) {
            for (int j = 0; j < chains[i].length; j++) {
                scores[i][j] = scoreAt[Arrays.binarySearch(ordered, chains[i][j])];
            }
        }
        return scores;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    /** √(var⁺/W) with var⁺ = (n − 1)/n·W + B/n. */
    private static double scaleReduction(double[][] chains) {
        int n = chains[0].length;
        if (n < 2) {
            return Double.NaN;
        }
        double[] means =
                Arrays.stream(chains).mapToDouble(ChainStatistics::mean).toArray();
        double within = 0;
        for (int i = 0; i < chains.length; i++) {
            within += variance(chains[i], means[i]) / chains.length;
        }
        double between = variance(means, mean(means)); // B/n
        if (within == 0) {
            return between == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        return Math.sqrt((n - 1.0) / n + between / within);
    }

    private double effectiveSize(double[][] chains) {
        int m = chains.length;
        int n = chains[0].length;
        double[] means =
                Arrays.stream(chains).mapToDouble(ChainStatistics::mean).toArray();
        double within = 0;
        for (int i = 0; i < m; i++) {
            within += variance(chains[i], means[i]) / m;
        }
        double total = within * (n - 1) / n + variance(means, mean(means));
        if (n < 4 || !(total > 0) || !Double.isFinite(total)) {
            return Double.NaN;
        }
        double size = (double) m * n;
        double[] correlations = new double[n + 2];
        correlations[0] = 1;
        double even = 1;
        double odd = correlation(chains, means, within, total, 1);
        correlations[1] = odd;
        int last = 0;
        while (last < n - 5 && even + odd > 0) {
            last += 2;
            even = correlation(chains, means, within, total, last);
            odd = correlation(chains, means, within, total, last + 1);
            if (even + odd >= 0) {
                correlations[last] = even;
                correlations[last + 1] = odd;
            }
        }
        // Half of the first pair that is left out still improves the estimate for antithetic chains.
        if (even > 0) {
            correlations[last] = even;
        }
        for (int t = 2; t <= last - 2; t += 2) {
            if (correlations[t] + correlations[t + 1] > correlations[t - 2] + correlations[t - 1]) {
                correlations[t] = 0.5 * (correlations[t - 2] + correlations[t - 1]);
                correlations[t + 1] = correlations[t];
            }
        }
        double sum = 0;
        for (int t = 0; t < last; t++) {
            sum += correlations[t];
        }
        double tau = -1 + 2 * sum + correlations[last];
        return size / Math.max(tau, 1 / Math.log10(size));
    }

    private double correlation(double[][] chains, double[] means, double within, double total, int lag) {
        deadline.check();
        int n = chains[0].length;
        double sum = 0;
        for (int i = 0; i < chains.length; i++) {
            double mean = means[i];
            double[] chain = chains[i];
            double products = 0;
            for (int t = 0; t + lag < n; t++) {
                products += (chain[t] - mean) * (chain[t + lag] - mean);
            }
            sum += products / n;
        }
        return 1 - (within - sum / chains.length) / total;
    }

    /**
     * The estimated Bayesian fraction of missing information, Σ(Eₜ − Eₜ₋₁)²/Σ(Eₜ − Ē)²: below about 0.3 momenta hardly change the energy, and
     * the tails are explored slowly. M. Betancourt, arXiv 1604.00695 (2016).
     */
    public static double energyFraction(double[] energies) {
        double mean = mean(energies);
        double steps = 0;
        double spread = 0;
        for (int t = 0; t < energies.length; t++) {
            spread += (energies[t] - mean) * (energies[t] - mean);
            if (t > 0) {
                steps += (energies[t] - energies[t - 1]) * (energies[t] - energies[t - 1]);
            }
        }
        return steps / spread;
    }
}
