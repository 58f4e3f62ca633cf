package org.mlmath.numerics.mcmc;

import java.util.Arrays;
import org.mlmath.numerics.optimization.DifferentiableFunction;

/** A log density over unbounded variables; what is undefined or infinite is −∞. */
final class Target {
    /** Squares of draws and their sums are to be finite. */
    private static final double FARTHEST = 1e150;

    private final DifferentiableFunction logDensity;
    private final BoundedSpace space;
    private final double[] x;
    private long evaluations;

    Target(DifferentiableFunction logDensity, BoundedSpace space) {
        this.logDensity = logDensity;
        this.space = space;
        this.x = new double[space.dimension()];
    }

    int dimension() {
        return x.length;
    }

    long evaluations() {
        return evaluations;
    }

    double value(double[] y) {
        evaluations++;
        space.constrain(y, x);
        double value = logDensity.value(x) + space.logJacobian(y);
        return Double.isFinite(value) && reachable() ? value : Double.NEGATIVE_INFINITY;
    }

    /** Whether the variables are numbers: a density that never falls off would else be followed beyond the largest double. */
    private boolean reachable() {
        for (double coordinate : x) {
            if (!(Math.abs(coordinate) <= FARTHEST)) {
                return false;
            }
        }
        return true;
    }

    /** @return −∞ also where the gradient does not exist, which is then zero */
    double valueAndGradient(double[] y, double[] gradient) {
        evaluations++;
        space.constrain(y, x);
        double value = logDensity.valueAndGradient(x, gradient) + space.logJacobian(y);
        space.pullBack(y, gradient);
        boolean exists = Double.isFinite(value) && reachable();
        for (double partial : gradient) {
            exists &= Double.isFinite(partial);
        }
        if (!exists) {
            Arrays.fill(gradient, 0);
            return Double.NEGATIVE_INFINITY;
        }
        return value;
    }
}
