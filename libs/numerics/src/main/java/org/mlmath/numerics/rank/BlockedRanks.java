package org.mlmath.numerics.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * The exact Friedman test: the probability, when within each block every order of the observed midranks is equally likely, that the
 * sum of the squared rank sums of the treatments is at least what it is.
 *
 * <p>Adds one block after the other. Treatments are exchangeable, so a state is the rank sums in ascending order. All is in integers, so
 * equal statistics are recognised as equal.
 */
public final class BlockedRanks {
    private static final int MOST_TREATMENTS = 8;

    private BlockedRanks() {}

    /**
     * @param blocks per block the ranks of its observations, one per treatment, in the same order in each
     * @throws LimitExceededException where there are too many states
     */
    public static double atLeastAsDispersed(List<Ranks> blocks, Deadline deadline) {
        int k = blocks.getFirst().size();
        long base = 2L * k * blocks.size() + 1;
        if (k > MOST_TREATMENTS || k * Math.log(base) >= 63 * Math.log(2)) {
            throw StateProbabilities.tooMany();
        }
        long[] observed = new long[k];
        StateProbabilities states = new StateProbabilities();
        states.add(0, 1);
        for (Ranks block : blocks) {
            int[] ranks = block.doubled();
            for (int j = 0; j < k; j++) {
                observed[j] += ranks[j];
            }
            states = with(orders(ranks), states, k, base, deadline);
        }
        long dispersion = squares(observed);
        double[] tail = {0};
        states.forEach(
                (state, probability) -> tail[0] += squares(decode(state, k, base)) >= dispersion ? probability : 0);
        return Math.min(1, tail[0]);
    }

    private static StateProbabilities with(
            List<int[]> orders, StateProbabilities states, int k, long base, Deadline deadline) {
        StateProbabilities next = new StateProbabilities();
        long[] sums = new long[k];
        states.forEach((state, probability) -> {
            deadline.check();
            long[] before = decode(state, k, base);
            for (int[] order : orders) {
                for (int j = 0; j < k; j++) {
                    sums[j] = before[j] + order[j];
                }
                Arrays.sort(sums);
                long code = 0;
                for (int j = k - 1; j >= 0; j--) {
                    code = code * base + sums[j];
                }
                next.add(code, probability / orders.size());
            }
        });
        return next;
    }

    private static long[] decode(long state, int k, long base) {
        long[] sums = new long[k];
        long rest = state;
        for (int j = 0; j < k; j++) {
            sums[j] = rest % base;
            rest /= base;
        }
        return sums;
    }

    private static long squares(long[] sums) {
        long squares = 0;
        for (long sum : sums) {
            squares += sum * sum;
        }
        return squares;
    }

    /** All distinct orders of these values, each by the lexicographically next after the one before. */
    private static List<int[]> orders(int[] values) {
        int[] order = values.clone();
        Arrays.sort(order);
        List<int[]> orders = new ArrayList<>();
        int pivot;
        do {
            orders.add(order.clone());
            pivot = order.length - 2;
            while (pivot >= 0 && order[pivot] >= order[pivot + 1]) {
                pivot--;
            }
            if (pivot >= 0) {
                int larger = order.length - 1;
                while (order[larger] <= order[pivot]) {
                    larger--;
                }
                swap(order, pivot, larger);
                for (int i = pivot + 1, j = order.length - 1; i < j; i++, j--) {
                    swap(order, i, j);
                }
            }
        } while (pivot >= 0);
        return orders;
    }

    private static void swap(int[] values, int i, int j) {
        int kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
