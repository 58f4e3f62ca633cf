package org.mlmath.numerics.rank;

import java.util.Arrays;

/**
 * The distribution, under a null hypothesis, of a statistic on equally spaced points.
 *
 * <p>Sums run from the end of the tail inwards, so that tail probabilities are right to their own size.
 */
public final class NullDistribution {
    private final double first;
    private final double step;
    private final double[] probabilities;

    /**
     * @param first the value of the first weight
     * @param step from one value to the next, positive
     * @param weights in ascending order of the values; proportional to the probabilities, not all zero
     */
    NullDistribution(double first, double step, double... weights) {
        int from = 0;
        int to = weights.length;
        while (weights[from] == 0) {
            from++;
        }
        while (weights[to - 1] == 0) {
            to--;
        }
        double total = Arrays.stream(weights).sum();
        this.first = first + step * from;
        this.step = step;
        this.probabilities =
                Arrays.stream(weights, from, to).map(w -> w / total).toArray();
    }

    private NullDistribution(double[] probabilities, double first, double step) {
        this.first = first;
        this.step = step;
        this.probabilities = probabilities;
    }

    /** The distribution of the statistic plus a constant. */
    public NullDistribution shifted(double by) {
        return new NullDistribution(probabilities, first + by, step);
    }

    public double smallest() {
        return first;
    }

    public double largest() {
        return first + step * (probabilities.length - 1);
    }

    /** P(T ≤ t) */
    public double atMost(double t) {
        double last = Math.floor((t - first) / step);
        double sum = 0;
        for (int i = 0; i < probabilities.length && i <= last; i++) {
            sum += probabilities[i];
        }
        return Math.min(1, sum);
    }

    /** P(T ≥ t) */
    public double atLeast(double t) {
        double from = Math.ceil((t - first) / step);
        double sum = 0;
        for (int i = probabilities.length - 1; i >= 0 && i >= from; i--) {
            sum += probabilities[i];
        }
        return Math.min(1, sum);
    }

    /** The smallest value q with P(T ≤ q) ≥ p. */
    public double quantile(double p) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i];
            if (sum >= p) {
                return first + step * i;
            }
        }
        return largest();
    }
}
