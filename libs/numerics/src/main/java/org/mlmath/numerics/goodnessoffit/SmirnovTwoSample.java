package org.mlmath.numerics.goodnessoffit;

import org.mlmath.numerics.Deadline;

/**
 * The exact distribution of the two-sample Kolmogorov-Smirnov statistics when every assignment of the pooled observations to the two
 * samples is equally likely, ties included.
 *
 * <p>An assignment is a path over the grid of (observations of a so far, of b so far); it counts where, at the end of a group of
 * equal values, the two empirical distribution functions are as far apart as was observed. Distances are compared as integers. O(mn).
 * Source: G. Schröer and D. Trenkler, Comput. Statist. Data Anal. 20 (1995), 185-202.
 */
public final class SmirnovTwoSample {
    /** Which distance between the distribution functions F of a and G of b is meant. */
    public enum Side {
        /** max |F − G| */
        BOTH,
        /** max (F − G) */
        FIRST_ABOVE,
        /** max (G − F) */
        SECOND_ABOVE;

        long distance(long difference) {
            return switch (this) {
                case BOTH -> Math.abs(difference);
                case FIRST_ABOVE -> difference;
                case SECOND_ABOVE -> -difference;
            };
        }
    }

    /**
     * Where the empirical distribution functions are furthest apart.
     *
     * @param scaled the distance times mn, an integer; at least 0
     * @param at the value where it is reached first
     * @param firstAbove whether the distribution function of a is the higher one there
     */
    public record Distance(long scaled, double at, boolean firstAbove) {}

    private SmirnovTwoSample() {}

    /** @param a ascending; likewise b */
    public static Distance distance(double[] a, double[] b, Side side) {
        long largest = 0;
        double at = Math.min(a[0], b[0]);
        boolean above = false;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double x = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == x) {
                i++;
            }
            while (j < b.length && b[j] == x) {
                j++;
            }
            long difference = (long) i * b.length - (long) j * a.length;
            long distance = side.distance(difference);
            if (distance > largest) {
                largest = distance;
                at = x;
                above = difference > 0;
            }
        }
        return new Distance(largest, at, above);
    }

    /**
     * The probability that the distance is at least as large.
     *
     * @param a ascending; likewise b
     * @param observed the distance times mn
     */
    public static double atLeast(double[] a, double[] b, long observed, Side side, Deadline deadline) {
        if (observed <= 0) {
            return 1;
        }
        boolean[] ends = groupEnds(a, b);
        int m = a.length;
        int n = b.length;
        double[] reached = new double[n + 1];
        for (int i = 0; i <= m; i++) {
            deadline.check();
            for (int j = 0; j <= n; j++) {
                long distance = side.distance((long) i * n - (long) j * m);
                if (distance >= observed && i + j > 0 && ends[i + j - 1]) {
                    reached[j] = 1;
                } else if (i + j > 0) {
                    double fromBelow = j > 0 ? reached[j - 1] * j : 0;
                    reached[j] = (reached[j] * i + fromBelow) / (i + j);
                }
            }
        }
        return reached[n];
    }

    /** Of the pooled observations in ascending order: whether a larger one, or none, follows. */
    private static boolean[] groupEnds(double[] a, double[] b) {
        boolean[] ends = new boolean[a.length + b.length];
        double previous = Double.NaN;
        int i = 0;
        int j = 0;
        for (int k = 0; k < ends.length; k++) {
            double x = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
            if (k > 0) {
                ends[k - 1] = x != previous;
            }
            previous = x;
        }
        ends[ends.length - 1] = true;
        return ends;
    }
}
