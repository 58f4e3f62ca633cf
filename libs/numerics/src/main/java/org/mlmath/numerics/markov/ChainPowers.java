package org.mlmath.numerics.markov;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What a chain does in many steps, by squaring its matrix; rows are made to add up to 1 again after each product. */
public final class ChainPowers {
    /** Steps up to which a distribution is carried along one by one. */
    private static final long FEW_STEPS = 64;

    private final List<Matrix> powers = new ArrayList<>();
    private final Deadline deadline;

    /** @param transition square, rows summing to 1 */
    public ChainPowers(Matrix transition, Deadline deadline) {
        powers.add(transition);
        this.deadline = deadline;
    }

    /** The distribution after so many steps. */
    public double[] after(double[] start, long steps) {
        double[] distribution = start.clone();
        if (steps <= FEW_STEPS) {
            for (long step = 0; step < steps; step++) {
                distribution = times(distribution, powers.getFirst());
            }
            return distribution;
        }
        for (int bit = 0; steps >> bit > 0; bit++) {
            Matrix power = power(bit);
            if ((steps >> bit & 1) == 1) {
                distribution = times(distribution, power);
            }
        }
        return distribution;
    }

    /**
     * The fewest steps after which, wherever it began, the distribution of the chain differs from the stationary one by at most so
     * much in total variation; −1 where that takes more than 2⁵² steps.
     *
     * @param stationary of a chain that is irreducible and aperiodic
     */
    public long mixingTime(double[] stationary, double distance) {
        int bit = 0;
        while (farthest(power(bit), stationary) > distance) {
            if (++bit > 52) {
                return -1;
            }
        }
        if (bit == 0) {
            return 1;
        }
        // Not mixed after 2^(bit−1) steps, mixed after 2^bit; the distance never grows.
        long steps = 1L << (bit - 1);
        Matrix reached = power(bit - 1);
        for (int b = bit - 2; b >= 0; b--) {
            Matrix further = product(reached, power(b));
            if (farthest(further, stationary) > distance) {
                reached = further;
                steps += 1L << b;
            }
        }
        return steps + 1;
    }

    private static double farthest(Matrix power, double[] stationary) {
        double farthest = 0;
        for (int i = 0; i < power.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < power.columns(); j++) {
                sum += Math.abs(power.get(i, j) - stationary[j]);
            }
            farthest = Math.max(farthest, sum / 2);
        }
        return farthest;
    }

    /** The matrix of 2^bit steps. */
    private Matrix power(int bit) {
        while (powers.size() <= bit) {
            powers.add(product(powers.getLast(), powers.getLast()));
        }
        return powers.get(bit);
    }

    private Matrix product(Matrix a, Matrix b) {
        deadline.check();
        Matrix product = Kernels.current().multiply(a, b);
        int n = product.rows();
        double[] values = product.values().clone();
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += values[i * n + j];
            }
            for (int j = 0; j < n; j++) {
                values[i * n + j] /= sum;
            }
        }
        return new Matrix(n, n, values);
    }

    private static double[] times(double[] distribution, Matrix transition) {
        int n = transition.columns();
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; distribution[i] > 0 && j < n; j++) {
                next[j] += distribution[i] * transition.get(i, j);
            }
        }
        return next;
    }
}
