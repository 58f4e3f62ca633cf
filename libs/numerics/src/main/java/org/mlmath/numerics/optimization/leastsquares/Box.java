package org.mlmath.numerics.optimization.leastsquares;

import java.util.Arrays;

/**
 * Bounds of parameters, themselves included; infinite where there is none.
 *
 * @param lower a bound per parameter, not above the upper one
 */
public record Box(double[] lower, double[] upper) {
    /** @return the box of all points with n coordinates */
    public static Box unbounded(int n) {
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new Box(lower, upper);
    }

    double[] nearest(double[] x) {
        double[] inside = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            inside[j] = Math.clamp(x[j], lower[j], upper[j]);
        }
        return inside;
    }

    public boolean contains(double[] x) {
        return Arrays.equals(x, nearest(x));
    }

    /** @return whether a descent along the negative of this derivative is stopped by a bound at x */
    boolean stops(double[] x, int j, double derivative) {
        return derivative > 0 && x[j] <= lower[j] || derivative < 0 && x[j] >= upper[j] || lower[j] == upper[j];
    }
}
