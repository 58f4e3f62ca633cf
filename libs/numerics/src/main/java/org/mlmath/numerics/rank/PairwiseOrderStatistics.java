package org.mlmath.numerics.rank;

import java.util.function.ToLongFunction;

/**
 * Order statistics of all differences between two samples, and of all means of pairs within one (Walsh averages), without forming
 * them: bisection on the doubles in their order, each step counting pairs with two pointers. O((m + n)·64).
 *
 * <p>Their medians are the Hodges-Lehmann estimates of shift and of centre; the order statistics that belong to the quantiles of
 * the rank sum bound their intervals (J. L. Hodges and E. L. Lehmann, Ann. Math. Statist. 34 (1963), 598-611).
 */
public final class PairwiseOrderStatistics {
    private PairwiseOrderStatistics() {}

    /**
     * The k-th smallest of all aᵢ − bⱼ.
     *
     * @param a ascending
     * @param b ascending
     * @param k from 1 to their number
     */
    public static double difference(double[] a, double[] b, long k) {
        return search(a[0] - b[b.length - 1], a[a.length - 1] - b[0], k, limit -> differencesUpTo(a, b, limit));
    }

    /** The median of all aᵢ − bⱼ. */
    public static double medianDifference(double[] a, double[] b) {
        long pairs = (long) a.length * b.length;
        double upper = difference(a, b, pairs / 2 + 1);
        return pairs % 2 == 1 ? upper : midpoint(difference(a, b, pairs / 2), upper);
    }

    /**
     * The k-th smallest of all (xᵢ + xⱼ)/2, i ≤ j.
     *
     * @param x ascending
     * @param k from 1 to n(n + 1)/2
     */
    public static double walshAverage(double[] x, long k) {
        return search(x[0], x[x.length - 1], k, limit -> averagesUpTo(x, limit));
    }

    /** The median of all (xᵢ + xⱼ)/2, i ≤ j: the pseudomedian. */
    public static double pseudomedian(double[] x) {
        long pairs = x.length * (x.length + 1L) / 2;
        double upper = walshAverage(x, pairs / 2 + 1);
        return pairs % 2 == 1 ? upper : midpoint(walshAverage(x, pairs / 2), upper);
    }

    static double midpoint(double a, double b) {
        return 0.5 * a + 0.5 * b;
    }

    private static double search(double smallest, double largest, long k, ToLongFunction<Double> upTo) {
        long low = key(smallest);
        long high = key(largest);
        while (low < high) {
            long middle = Math.floorDiv(low, 2) + Math.floorDiv(high, 2) + (low & high & 1);
            if (upTo.applyAsLong(value(middle)) >= k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return value(low) + 0.0;
    }

    private static long differencesUpTo(double[] a, double[] b, double limit) {
        long count = 0;
        int j = 0;
        for (double x : a) {
            while (j < b.length && x - b[j] > limit) {
                j++;
            }
            count += b.length - j;
        }
        return count;
    }

    private static long averagesUpTo(double[] x, double limit) {
        long count = 0;
        int j = x.length - 1;
        for (int i = 0; i < x.length; i++) {
            while (j >= i && midpoint(x[i], x[j]) > limit) {
                j--;
            }
            if (j < i) {
                break;
            }
            count += j - i + 1;
        }
        return count;
    }

    /** Integers in the order of the doubles. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }
}
