package org.mlmath.numerics.information;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.numerics.special.GammaFunctions;

/**
 * Entropy and mutual information of continuous samples from distances to the k-th nearest neighbours: L. Kozachenko and N. Leonenko,
 * Probl. Inf. Transm. 23 (1987), 95-101; A. Kraskov, H. Stögbauer and P. Grassberger, Phys. Rev. E 69 (2004), 066138, first algorithm;
 * B. C. Ross, PLoS ONE 9 (2014), e87357, where one of the two is discrete.
 */
public final class NearestNeighborInformation {
    private final int k;
    private final Deadline deadline;

    /** @param k which neighbour, at least 1, fewer than there are observations */
    public NearestNeighborInformation(int k, Deadline deadline) {
        this.k = k;
        this.deadline = deadline;
    }

    /** ψ(n) − ψ(k) + mean of ln 2εᵢ, εᵢ being the distance to the k-th neighbour; −∞ where one of them is 0. */
    public double entropy(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += Math.log(2 * kthDistance(sorted, i, k));
        }
        return GammaFunctions.digamma(sorted.length) - GammaFunctions.digamma(k) + sum / sorted.length;
    }

    /** I(X; Y) of two continuous variables, each divided by its standard deviation first; 0 where the estimate is below. */
    public double mutual(double[] x, double[] y) {
        int n = x.length;
        double[] a = scaled(x);
        double[] b = scaled(y);
        double[] sortedA = a.clone();
        double[] sortedB = b.clone();
        Arrays.sort(sortedA);
        Arrays.sort(sortedB);
        double sum = 0;
        double[] nearest = new double[k];
        for (int i = 0; i < n; i++) {
            if (i % 16 == 0) {
                deadline.check();
            }
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (int j = 0; j < n; j++) {
                double distance = Math.max(Math.abs(a[i] - a[j]), Math.abs(b[i] - b[j]));
                if (j != i && distance < nearest[k - 1]) {
                    insert(nearest, distance);
                }
            }
            double radius = Math.nextDown(nearest[k - 1]);
            sum += GammaFunctions.digamma(within(sortedA, a[i], radius))
                    + GammaFunctions.digamma(within(sortedB, b[i], radius));
        }
        return Math.max(0, GammaFunctions.digamma(n) + GammaFunctions.digamma(k) - sum / n);
    }

    /**
     * I(X; Y) of a continuous variable and a discrete one; 0 where the estimate is below. Values of y that occur once are left out.
     *
     * @param y the values of the discrete variable, numbered
     */
    public double mutual(double[] x, int[] y) {
        int values = Arrays.stream(y).max().orElse(0) + 1;
        int[] counts = new int[values];
        for (int value : y) {
            counts[value]++;
        }
        double[] pooled = pooled(x, y, counts);
        double n = pooled.length;
        if (n == 0) {
            return 0;
        }
        double sum = 0;
        for (int value = 0; value < values; value++) {
            if (counts[value] < 2) {
                continue;
            }
            int neighbour = Math.min(k, counts[value] - 1);
            double[] members = members(x, y, value, counts[value]);
            for (int i = 0; i < members.length; i++) {
                double radius = Math.nextDown(kthDistance(members, i, neighbour));
                sum += GammaFunctions.digamma(neighbour)
                        - GammaFunctions.digamma(counts[value])
                        - GammaFunctions.digamma(within(pooled, members[i], radius));
            }
        }
        return Math.max(0, GammaFunctions.digamma(n) + sum / n);
    }

    private static double[] pooled(double[] x, int[] y, int[] counts) {
        double[] pooled = new double[x.length];
        int size = 0;
        for (int i = 0; i < x.length; i++) {
            if (counts[y[i]] > 1) {
                pooled[size++] = x[i];
            }
        }
        double[] sorted = Arrays.copyOf(pooled, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] members(double[] x, int[] y, int value, int count) {
        double[] members = new double[count];
        int size = 0;
        for (int i = 0; i < x.length; i++) {
            if (y[i] == value) {
                members[size++] = x[i];
            }
        }
        Arrays.sort(members);
        return members;
    }

    private static double[] scaled(double[] x) {
        double deviation = SampleMoments.of(x).standardDeviation(x.length);
        return deviation > 0 ? Arrays.stream(x).map(v -> v / deviation).toArray() : x;
    }

    /** The distance from a point of a sorted sample to its k-th neighbour, by going outwards. */
    private static double kthDistance(double[] sorted, int i, int k) {
        int left = i - 1;
        int right = i + 1;
        double distance = 0;
        for (int step = 0; step < k; step++) {
            double below = left >= 0 ? sorted[i] - sorted[left] : Double.POSITIVE_INFINITY;
            double above = right < sorted.length ? sorted[right] - sorted[i] : Double.POSITIVE_INFINITY;
            if (below <= above) {
                distance = below;
                left--;
            } else {
                distance = above;
                right++;
            }
        }
        return distance;
    }

    private static void insert(double[] nearest, double distance) {
        int at = nearest.length - 1;
        while (at > 0 && nearest[at - 1] > distance) {
            nearest[at] = nearest[at - 1];
            at--;
        }
        nearest[at] = distance;
    }

    /** How many of a sorted sample lie within a radius of a point of it, itself among them. */
    private static int within(double[] sorted, double x, double radius) {
        return Math.max(1, first(sorted, x, radius, true) - first(sorted, x, radius, false));
    }

    /** The first index whose value is farther than the radius above x, or not farther below it. */
    private static int first(double[] sorted, double x, double radius, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = above ? sorted[middle] - x <= radius : x - sorted[middle] > radius;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
