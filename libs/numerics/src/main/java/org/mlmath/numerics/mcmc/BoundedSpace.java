package org.mlmath.numerics.mcmc;

/**
 * Variables with bounds as functions of unbounded ones: x = y; lower + e^y; upper − e^y; lower + (upper − lower)/(1 + e^{−y}).
 *
 * <p>Source: Stan Reference Manual, "Constraint transforms".
 */
public final class BoundedSpace {
    private final double[] lower;
    private final double[] upper;

    /** @param lower −∞ where there is none; below upper, which is ∞ where there is none */
    public BoundedSpace(double[] lower, double[] upper) {
        this.lower = lower.clone();
        this.upper = upper.clone();
    }

    public int dimension() {
        return lower.length;
    }

    /** Fills x with the variables at y. */
    void constrain(double[] y, double[] x) {
        for (int i = 0; i < y.length; i++) {
            x[i] = constrained(i, y[i]);
        }
    }

    private double constrained(int i, double y) {
        boolean below = lower[i] > Double.NEGATIVE_INFINITY;
        boolean above = upper[i] < Double.POSITIVE_INFINITY;
        if (below && above) {
            double share = 1 / (1 + Math.exp(-Math.abs(y)));
            double width = upper[i] - lower[i];
            return y < 0 ? lower[i] + width * (1 - share) : upper[i] - width * (1 - share);
        }
        return below ? lower[i] + Math.exp(y) : above ? upper[i] - Math.exp(y) : y;
    }

    /** Fills y with where the variables are x. */
    void free(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            boolean below = lower[i] > Double.NEGATIVE_INFINITY;
            boolean above = upper[i] < Double.POSITIVE_INFINITY;
            if (below && above) {
                y[i] = Math.log(x[i] - lower[i]) - Math.log(upper[i] - x[i]);
            } else {
                y[i] = below ? Math.log(x[i] - lower[i]) : above ? Math.log(upper[i] - x[i]) : x[i];
            }
        }
    }

    /** log |det dx/dy|. */
    double logJacobian(double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            boolean below = lower[i] > Double.NEGATIVE_INFINITY;
            boolean above = upper[i] < Double.POSITIVE_INFINITY;
            if (below && above) {
                double size = Math.abs(y[i]);
                sum += Math.log(upper[i] - lower[i]) - size - 2 * Math.log1p(Math.exp(-size));
            } else if (below || above) {
                sum += y[i];
            }
        }
        return sum;
    }

    /** Turns a gradient by x into one by y, of the density with its Jacobian. */
    void pullBack(double[] y, double[] gradient) {
        for (int i = 0; i < y.length; i++) {
            boolean below = lower[i] > Double.NEGATIVE_INFINITY;
            boolean above = upper[i] < Double.POSITIVE_INFINITY;
            if (below && above) {
                double small = 1 / (1 + Math.exp(Math.abs(y[i])));
                gradient[i] = gradient[i] * (upper[i] - lower[i]) * small * (1 - small)
                        + (y[i] < 0 ? 1 - 2 * small : 2 * small - 1);
            } else if (below || above) {
                gradient[i] = gradient[i] * (below ? Math.exp(y[i]) : -Math.exp(y[i])) + 1;
            }
        }
    }
}
