package org.mlmath.numerics.regression;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;

/**
 * The minimum of ½zᵀHz + bᵀz + λ·Σ|zⱼ|, the sum over some of the coordinates, for positive definite H.
 *
 * <p>Goes through sets of signs: for those at hand one linear system has the minimum; where the way to it crosses a zero, the lowest
 * point on it is taken and the coordinate that became 0 is left there; a coordinate that does not want to stay at 0 joins. The function
 * falls with each step, so no set comes twice, however nearly columns depend on each other. Source: Lee, Battle, Raina and Ng,
 * <i>Efficient sparse coding algorithms</i>, NIPS 19 (2006), algorithm 1.
 */
final class SignSearch {
    private static final double HELD = 1e-12;

    private final double[] h;
    private final double[] b;
    private final boolean[] penalized;
    private final double l1;
    private final int n;
    private final double[] z;
    private final int[] signs;

    /**
     * @param h H by rows; a coordinate whose diagonal entry is 0 stays where it is
     * @param z where to begin; becomes the minimum
     */
    SignSearch(double[] h, double[] b, boolean[] penalized, double l1, double[] z) {
        this.h = h;
        this.b = b;
        this.penalized = penalized;
        this.l1 = l1;
        this.z = z;
        n = z.length;
        signs = new int[n];
        for (int j = 0; j < n; j++) {
            signs[j] = (int) Math.signum(z[j]);
        }
    }

    /** @return whether the minimum was found, rather than steps have run out or rounding has made H indefinite */
    boolean run(Deadline deadline) {
        for (int step = 0; step < 20 + 10 * n; step++) {
            deadline.check();
            boolean whole = toward();
            if (Arrays.stream(z).anyMatch(Double::isNaN)) {
                return false;
            }
            if (whole && !joined()) {
                return true;
            }
        }
        return false;
    }

    /** @return whether the minimum for the signs at hand has been reached with these signs */
    private boolean toward() {
        int[] active = IntStream.range(0, n)
                .filter(j -> h[j * n + j] > 0 && (!penalized[j] || signs[j] != 0))
                .toArray();
        double[][] system = new double[active.length][active.length];
        double[] aim = new double[active.length];
        for (int a = 0; a < active.length; a++) {
            int j = active[a];
            aim[a] = -b[j] - (penalized[j] ? l1 * signs[j] : 0);
            for (int c = 0; c < active.length; c++) {
                system[a][c] = h[j * n + active[c]];
            }
        }
        SmallCholesky cholesky = SmallCholesky.of(system);
        if (cholesky == null) {
            Arrays.fill(z, Double.NaN);
            return false;
        }
        cholesky.solve(aim);
        double[] from = z.clone();
        double[] best = null;
        int crossed = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int a = -1; a < active.length; a++) {
            double share = 1;
            if (a >= 0) {
                int j = active[a];
                if (!penalized[j] || from[j] * aim[a] >= 0) {
                    continue;
                }
                share = from[j] / (from[j] - aim[a]);
            }
            double[] there = from.clone();
            for (int c = 0; c < active.length; c++) {
                there[active[c]] = a == c ? 0 : from[active[c]] + share * (aim[c] - from[active[c]]);
            }
            double value = value(there);
            if (value < lowest) {
                lowest = value;
                best = there;
                crossed = a;
            }
        }
        System.arraycopy(best, 0, z, 0, n);
        boolean whole = crossed < 0;
        for (int j : active) {
            int sign = (int) Math.signum(z[j]);
            whole &= !penalized[j] || sign == signs[j];
            signs[j] = sign;
        }
        return whole;
    }

    private double value(double[] at) {
        double value = 0;
        for (int j = 0; j < n; j++) {
            value += at[j] * (b[j] + 0.5 * dot(j, at)) + (penalized[j] ? l1 * Math.abs(at[j]) : 0);
        }
        return value;
    }

    private double dot(int row, double[] at) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += h[row * n + k] * at[k];
        }
        return sum;
    }

    /** Lets the coordinate go that wants most to leave 0, downhill. */
    private boolean joined() {
        int most = -1;
        double excess = 0;
        for (int j = 0; j < n; j++) {
            if (penalized[j] && signs[j] == 0 && h[j * n + j] > 0) {
                double slope = b[j] + dot(j, z);
                double wants = Math.abs(slope) - l1 * (1 + HELD);
                if (wants > excess) {
                    excess = wants;
                    most = j;
                }
            }
        }
        if (most < 0) {
            return false;
        }
        signs[most] = b[most] + dot(most, z) > 0 ? -1 : 1;
        return true;
    }
}
