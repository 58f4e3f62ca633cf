package org.mlmath.numerics.rank;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * The exact Kruskal-Wallis test: the probability, when every assignment of the observed midranks to groups of the observed sizes is
 * equally likely, that ΣSᵍ²/nᵍ (S the rank sums) is at least what it is.
 *
 * <p>One observation after the other goes to a group with room left; a state is how many and which sum each group has. All is in
 * integers, so equal statistics are recognised as equal.
 */
public final class GroupedRanks {
    private GroupedRanks() {}

    /**
     * @param ranks of all observations, those of the first group first
     * @param sizes of the groups, at least two, each at least 1
     * @throws LimitExceededException where there are too many states
     */
    public static double atLeastAsDispersed(Ranks ranks, int[] sizes, Deadline deadline) {
        int k = sizes.length;
        long[] factors = factors(sizes);
        long[] place = places(ranks, sizes);
        StateProbabilities states = new StateProbabilities();
        states.add(0, 1);
        int total = ranks.size();
        for (int i = 0; i < total; i++) {
            int rank = ranks.doubled(i);
            double left = total - i;
            int placed = i;
            StateProbabilities next = new StateProbabilities();
            states.forEach((state, probability) -> {
                deadline.check();
                int others = 0;
                for (int g = 0; g < k - 1; g++) {
                    int here = (int) (state / place[2 * g] % (sizes[g] + 1));
                    others += here;
                    if (here < sizes[g]) {
                        next.add(
                                state + place[2 * g] + rank * place[2 * g + 1], probability * (sizes[g] - here) / left);
                    }
                }
                int inLast = placed - others;
                if (inLast < sizes[k - 1]) {
                    next.add(state, probability * (sizes[k - 1] - inLast) / left);
                }
            });
            states = next;
        }
        long observed = dispersion(sums(ranks, sizes), factors);
        double[] tail = {0};
        long allRanks = (long) total * (total + 1);
        states.forEach((state, probability) -> {
            long[] sums = new long[k];
            sums[k - 1] = allRanks;
            for (int g = 0; g < k - 1; g++) {
                sums[g] = state / place[2 * g + 1] % (place[2 * g + 2] / place[2 * g + 1]);
                sums[k - 1] -= sums[g];
            }
            tail[0] += dispersion(sums, factors) >= observed ? probability : 0;
        });
        return Math.min(1, tail[0]);
    }

    /** Doubled rank sums of the groups. */
    private static long[] sums(Ranks ranks, int[] sizes) {
        long[] sums = new long[sizes.length];
        int at = 0;
        for (int g = 0; g < sizes.length; g++) {
            for (int i = 0; i < sizes[g]; i++) {
                sums[g] += ranks.doubled(at++);
            }
        }
        return sums;
    }

    /** What one in the number of a state's g-th count, and then of its g-th sum, is worth. */
    private static long[] places(Ranks ranks, int[] sizes) {
        try {
            long[] place = new long[2 * sizes.length - 1];
            place[0] = 1;
            for (int g = 0; g < sizes.length - 1; g++) {
                place[2 * g + 1] = Math.multiplyExact(place[2 * g], sizes[g] + 1L);
                place[2 * g + 2] = Math.multiplyExact(place[2 * g + 1], Math.addExact(2L * sizes[g] * ranks.size(), 1));
            }
            return place;
        } catch (ArithmeticException e) {
            throw StateProbabilities.tooMany();
        }
    }

    /** The least common multiple of the sizes, divided by each. */
    private static long[] factors(int[] sizes) {
        try {
            long multiple = 1;
            for (int size : sizes) {
                multiple = Math.multiplyExact(multiple / RankSum.gcd((int) (multiple % size), size), size);
            }
            long[] factors = new long[sizes.length];
            for (int g = 0; g < sizes.length; g++) {
                factors[g] = multiple / sizes[g];
            }
            return factors;
        } catch (ArithmeticException e) {
            throw StateProbabilities.tooMany();
        }
    }

    private static long dispersion(long[] sums, long[] factors) {
        long dispersion = 0;
        for (int g = 0; g < sums.length; g++) {
            dispersion =
                    Math.addExact(dispersion, Math.multiplyExact(Math.multiplyExact(sums[g], sums[g]), factors[g]));
        }
        return dispersion;
    }
}
