package org.mlmath.numerics.information;

import org.mlmath.numerics.sample.CompensatedSum;

/**
 * Entropy and divergence of probabilities (C. Shannon, Bell Syst. Tech. J. 27 (1948), 379-423; T. Cover and J. Thomas, Elements of
 * Information Theory, ch. 2), with 0 ln 0 = 0.
 */
public final class DiscreteInformation {
    private DiscreteInformation() {}

    /** −p ln p. */
    public static double surprise(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }

    /** H(p) = −Σ p ln p. */
    public static double entropy(double[] p) {
        CompensatedSum sum = new CompensatedSum();
        for (double each : p) {
            sum.add(surprise(each));
        }
        return sum.value();
    }

    /** p ln(p/q): infinite where q is 0 and p is not. */
    public static double excess(double p, double q) {
        if (p == 0) {
            return 0;
        }
        // Near 1 the logarithm of the ratio would leave nothing of the difference.
        double relative = (p - q) / q;
        return p * (Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(p) - Math.log(q));
    }

    /**
     * D(p‖q) = Σ p ln(p/q), summed as Σ (p ln(p/q) − p + q), whose terms are never negative: they do not cancel where p is near q.
     */
    public static double divergence(double[] p, double[] q) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0 && q[i] == 0) {
                return Double.POSITIVE_INFINITY;
            }
            sum.add(bregman(p[i], q[i]));
        }
        return sum.value();
    }

    /** p ln(p/q) − p + q ≥ 0, for q > 0 or p = 0. */
    static double bregman(double p, double q) {
        if (p == 0) {
            return q;
        }
        double x = (q - p) / p; // p·(x − ln(1 + x))
        if (Math.abs(x) < 0.1) {
            return p * logRemainder(x);
        }
        // The quotient x overflows where p is hardly more than 0.
        return Math.max(0, q - p + p * (Math.log(p) - Math.log(q)));
    }

    /** x − ln(1 + x) = x²/2 − x³/3 + … for small x. */
    private static double logRemainder(double x) {
        double sum = 0;
        double power = x * x;
        for (int k = 2; k < 40; k++) {
            double term = power / k;
            sum += term;
            if (Math.abs(term) < 1e-18 * Math.abs(sum)) {
                break;
            }
            power *= -x;
        }
        return sum;
    }

    /** The divergence from their mean, averaged: ½ D(p‖m) + ½ D(q‖m), at most ln 2 (J. Lin, IEEE Trans. Inf. Theory 37 (1991), 145-151). */
    public static double jensenShannon(double[] p, double[] q) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < p.length; i++) {
            double mean = 0.5 * p[i] + 0.5 * q[i];
            sum.add(0.5 * bregman(p[i], mean) + 0.5 * bregman(q[i], mean));
        }
        return sum.value();
    }

    /**
     * I(X; Y) = D(joint‖product of the marginals).
     *
     * @param joint rows and columns of probabilities
     */
    public static double mutual(double[][] joint) {
        double[] rows = new double[joint.length];
        double[] columns = new double[joint[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += joint[i][j];
                columns[j] += joint[i][j];
            }
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                sum.add(bregman(joint[i][j], rows[i] * columns[j]));
            }
        }
        return sum.value();
    }
}
