package org.mlmath.numerics.rank;

import java.util.Arrays;

/**
 * Pairs of observations counted by whether x and y order them alike, in O(n log n): sorted by x, the discordant ones are the
 * inversions of y (W. R. Knight, J. Amer. Statist. Assoc. 61 (1966), 436-439).
 *
 * @param concordant pairs that x and y order alike
 * @param discordant pairs that they order oppositely
 * @param tiedInX pairs equal in x, whatever y
 * @param tiedInY pairs equal in y, whatever x
 */
public record ConcordantPairs(long concordant, long discordant, long tiedInX, long tiedInY) {
    public static ConcordantPairs of(Ranks x, Ranks y) {
        int n = x.size();
        long[] pairs = new long[n];
        for (int i = 0; i < n; i++) {
            pairs[i] = (long) x.group(i) << 32 | y.group(i);
        }
        Arrays.sort(pairs);
        long tiedInBoth = 0;
        long run = 0;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            run = i > 0 && pairs[i] == pairs[i - 1] ? run + 1 : 0;
            tiedInBoth += run;
            order[i] = (int) pairs[i];
        }
        long tiedInX = tiedPairs(x);
        long tiedInY = tiedPairs(y);
        long discordant = inversions(order, new int[n], 0, n);
        long all = n * (n - 1L) / 2;
        return new ConcordantPairs(all - tiedInX - tiedInY + tiedInBoth - discordant, discordant, tiedInX, tiedInY);
    }

    /** Concordant minus discordant pairs, Kendall's S. */
    public long difference() {
        return concordant - discordant;
    }

    private static long tiedPairs(Ranks ranks) {
        long pairs = 0;
        for (long t : ranks.sizes()) {
            pairs += t * (t - 1) / 2;
        }
        return pairs;
    }

    /** Sorts values[from, to) by merging and counts the pairs that were out of order. */
    private static long inversions(int[] values, int[] space, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = inversions(values, space, from, middle) + inversions(values, space, middle, to);
        System.arraycopy(values, from, space, from, middle - from);
        int i = from;
        int j = middle;
        int k = from;
        while (i < middle) {
            if (j < to && values[j] < space[i]) {
                count += middle - i;
                values[k++] = values[j++];
            } else {
                values[k++] = space[i++];
            }
        }
        return count;
    }
}
