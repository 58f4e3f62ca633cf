package org.mlmath.numerics.rank;

import java.util.Arrays;

/**
 * The ranks of a sample: 1 for its smallest value; equal values share the mean of the ranks they take up (midranks).
 *
 * <p>O(n log n). Positive and negative zero are equal.
 */
public final class Ranks {
    private final int[] group;
    private final int[] sizes;
    private final int[] below;

    private Ranks(int[] group, int[] sizes, int[] below) {
        this.group = group;
        this.sizes = sizes;
        this.below = below;
    }

    /** @param values without NaN; left unmodified */
    public static Ranks of(double... values) {
        double[] distinct = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distinct[i] = values[i] + 0.0; // turns -0.0, which sorts before 0.0, into 0.0
        }
        Arrays.sort(distinct);
        int[] sizes = new int[values.length];
        int[] below = new int[values.length];
        int groups = 0;
        for (int i = 0; i < distinct.length; i++) {
            if (i == 0 || distinct[i] != distinct[groups - 1]) {
                below[groups] = i;
                distinct[groups++] = distinct[i];
            }
            sizes[groups - 1]++;
        }
        int[] group = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            group[i] = Arrays.binarySearch(distinct, 0, groups, values[i] + 0.0);
        }
        return new Ranks(group, Arrays.copyOf(sizes, groups), Arrays.copyOf(below, groups));
    }

    /** The ranks of these samples put together, in the order given. */
    public static Ranks pooled(double[]... samples) {
        int total = 0;
        for (double[] sample : samples) {
            total += sample.length;
        }
        double[] all = new double[total];
        int at = 0;
        for (double[] sample : samples) {
            System.arraycopy(sample, 0, all, at, sample.length);
            at += sample.length;
        }
        return of(all);
    }

    public int size() {
        return group.length;
    }

    public double rank(int i) {
        return 0.5 * doubled(i);
    }

    public double[] values() {
        double[] values = new double[group.length];
        Arrays.setAll(values, this::rank);
        return values;
    }

    /** Twice the rank, an integer. */
    public int doubled(int i) {
        return doubledOfGroup(group[i]);
    }

    public int[] doubled() {
        int[] doubled = new int[group.length];
        Arrays.setAll(doubled, this::doubled);
        return doubled;
    }

    /** Number of distinct values. */
    public int groups() {
        return sizes.length;
    }

    /** Which of the distinct values, counted from 0 in ascending order, the i-th value is. */
    public int group(int i) {
        return group[i];
    }

    /** How often each of the distinct values occurs, in ascending order. */
    public int[] sizes() {
        return sizes.clone();
    }

    int doubledOfGroup(int g) {
        return 2 * below[g] + sizes[g] + 1;
    }

    public boolean tied() {
        return sizes.length < group.length;
    }

    /** Number of values that equal another one. */
    public int tiedValues() {
        int tied = 0;
        for (int t : sizes) {
            tied += t > 1 ? t : 0;
        }
        return tied;
    }

    /** Σ(t³ − t) over the groups of t equal values: what ties take from the variance of rank statistics. */
    public double tieSum() {
        double sum = 0;
        for (double t : sizes) {
            sum += t * (t - 1) * (t + 1);
        }
        return sum;
    }
}
