package org.mlmath.numerics.markov;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * How surely and how soon a chain gets from each state to each other.
 *
 * @param probabilities row i, column j: of ever being in j from i on; 1 for i = j
 * @param times expected steps until in j; 0 for i = j, infinite where it is not sure
 */
public record HittingTimes(Matrix probabilities, Matrix times) {
    /** @param transition of n states; takes n⁴/3 operations */
    public static HittingTimes of(Matrix transition, Deadline deadline) {
        int n = transition.rows();
        double[] probabilities = new double[n * n];
        double[] times = new double[n * n];
        for (int target = 0; target < n; target++) {
            boolean[] reaching = leadingTo(transition, new int[] {target}, target);
            int[] lost = IntStream.range(0, n).filter(i -> !reaching[i]).toArray();
            boolean[] unsure = leadingTo(transition, lost, target);
            int goal = target;
            int[] between =
                    IntStream.range(0, n).filter(i -> reaching[i] && i != goal).toArray();
            double[][] left = StateReduction.leaving(transition, between, new int[][] {{target}, lost}, deadline);
            for (int i = 0; i < n; i++) {
                times[i * n + target] = Double.POSITIVE_INFINITY;
            }
            probabilities[target * n + target] = 1;
            times[target * n + target] = 0;
            for (int k = 0; k < between.length; k++) {
                int i = between[k];
                probabilities[i * n + target] = unsure[i] ? left[k][0] : 1;
                times[i * n + target] = unsure[i] ? Double.POSITIVE_INFINITY : left[k][2];
            }
        }
        return new HittingTimes(new Matrix(n, n, probabilities), new Matrix(n, n, times));
    }

    /** Which states lead to one of some, not passing through a state. */
    private static boolean[] leadingTo(Matrix transition, int[] goals, int notThrough) {
        int n = transition.rows();
        boolean[] leading = new boolean[n];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int goal : goals) {
            leading[goal] = true;
            queue.add(goal);
        }
        while (!queue.isEmpty()) {
            int j = queue.poll();
            for (int i = 0; i < n; i++) {
                if (!leading[i] && i != notThrough && transition.get(i, j) > 0) {
                    leading[i] = true;
                    queue.add(i);
                }
            }
        }
        return leading;
    }
}
