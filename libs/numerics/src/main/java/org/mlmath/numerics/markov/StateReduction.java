package org.mlmath.numerics.markov;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * Long-run behaviour of a chain by leaving out one state after the other: what a chain does between the states that are left is again
 * a chain. As 1 − p is had as the sum of the other probabilities, nothing is subtracted, and every result is right to a small multiple
 * of n³ roundings relative to itself, however small it is (W. Grassmann, M. Taksar and D. Heyman, Oper. Res. 33 (1985), 1107-1116; C.
 * O'Cinneide, Numer. Math. 65 (1993), 109-120).
 */
public final class StateReduction {
    private StateReduction() {}

    /**
     * The stationary distribution of one recurrent class.
     *
     * @param states of the class
     * @return a probability for each, in their order, all positive
     */
    public static double[] stationary(Matrix transition, int[] states, Deadline deadline) {
        int n = states.length;
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                p[i][j] = transition.get(states[i], states[j]);
            }
        }
        for (int k = n - 1; k > 0; k--) {
            deadline.check();
            double leaving = sum(p[k], k);
            for (int i = 0; i < k; i++) {
                double share = p[i][k] / leaving;
                p[i][k] = share;
                for (int j = 0; share > 0 && j < k; j++) {
                    p[i][j] += share * p[k][j];
                }
            }
        }
        double[] stationary = new double[n];
        stationary[0] = 1;
        for (int k = 1; k < n; k++) {
            for (int i = 0; i < k; i++) {
                stationary[k] += stationary[i] * p[i][k];
            }
        }
        double total = sum(stationary, n);
        for (int k = 0; k < n; k++) {
            stationary[k] /= total;
        }
        return stationary;
    }

    /**
     * What becomes of a chain that starts in one of some states and surely leaves them.
     *
     * @param states which it leaves
     * @param exits sets of states outside, one of which it enters
     * @return per state the probability of each exit and, last, the expected number of steps until there
     */
    public static double[][] leaving(Matrix transition, int[] states, int[][] exits, Deadline deadline) {
        int n = states.length;
        int m = exits.length;
        double[][] p = new double[n][n];
        double[][] out = new double[n][m + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                p[i][j] = transition.get(states[i], states[j]);
            }
            for (int e = 0; e < m; e++) {
                for (int state : exits[e]) {
                    out[i][e] += transition.get(states[i], state);
                }
            }
            out[i][m] = 1;
        }
        for (int k = n - 1; k >= 0; k--) {
            deadline.check();
            double leaving = sum(p[k], k) + sum(out[k], m);
            for (int j = 0; j < k; j++) {
                p[k][j] /= leaving;
            }
            for (int e = 0; e <= m; e++) {
                out[k][e] /= leaving;
            }
            for (int i = 0; i < k; i++) {
                double into = p[i][k];
                for (int j = 0; into > 0 && j < k; j++) {
                    p[i][j] += into * p[k][j];
                }
                for (int e = 0; into > 0 && e <= m; e++) {
                    out[i][e] += into * out[k][e];
                }
            }
        }
        for (int k = 1; k < n; k++) {
            for (int j = 0; j < k; j++) {
                for (int e = 0; p[k][j] > 0 && e <= m; e++) {
                    out[k][e] += p[k][j] * out[j][e];
                }
            }
        }
        return out;
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
