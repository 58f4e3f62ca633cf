package org.mlmath.numerics.sample;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;

/**
 * Kernel density estimate f(x) = Σ wᵢ K((x − xᵢ)/h) / (h Σ wᵢ) (B. W. Silverman, Density Estimation for Statistics and Data Analysis,
 * Chapman and Hall 1986).
 *
 * <p>At a bound of the variable the mass that would spill over is reflected (there, 2.10): f(x) + f(2b − x).
 */
public final class KernelDensity {
    private final double[] sorted;
    private final double[] weights;
    private final double total;
    private final double bandwidth;
    private final KernelShape kernel;
    private final double lower;
    private final double upper;

    /**
     * @param data finite, at least one
     * @param weights null where each counts once
     * @param bandwidth h, positive
     * @param lower bound of the variable, −∞ for none; no observation is below it
     * @param upper bound of the variable, ∞ for none; no observation is above it
     */
    public KernelDensity(
            double[] data, double[] weights, double bandwidth, KernelShape kernel, double lower, double upper) {
        Integer[] order = new Integer[data.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(data[i], data[j]));
        this.sorted = Arrays.stream(order).mapToDouble(i -> data[i]).toArray();
        this.weights = weights == null
                ? null
                : Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
        this.total = weights == null ? data.length : SampleMoments.of(weights).sum();
        this.bandwidth = bandwidth;
        this.kernel = kernel;
        this.lower = lower;
        this.upper = upper;
    }

    /** The density at each x; 0 beyond the bounds. */
    public double[] at(double[] x, Deadline deadline) {
        double[] density = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            deadline.check();
            density[k] = at(x[k]);
        }
        return density;
    }

    private double at(double x) {
        if (x < lower || x > upper) {
            return 0;
        }
        double sum = sum(x);
        if (!Double.isInfinite(lower)) {
            sum += sum(2 * lower - x);
        }
        if (!Double.isInfinite(upper)) {
            sum += sum(2 * upper - x);
        }
        return sum / total / bandwidth;
    }

    /** Over the observations near enough to count. */
    private double sum(double x) {
        double reach = kernel.reach() * bandwidth;
        double sum = 0;
        for (int i = first(x - reach); i < sorted.length && sorted[i] <= x + reach; i++) {
            sum += (weights == null ? 1 : weights[i]) * kernel.at((x - sorted[i]) / bandwidth);
        }
        return sum;
    }

    /** Index of the first observation that is at least x. */
    private int first(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
