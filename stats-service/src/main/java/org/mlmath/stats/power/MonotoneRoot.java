package org.mlmath.stats.power;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;

/** The zero of a function that rises from negative to positive values: regula falsi (the Illinois variant), bisection where that dawdles. */
final class MonotoneRoot {
    private static final int MOST_STEPS = 300;

    private MonotoneRoot() {}

    static double between(DoubleUnaryOperator f, double low, double high, Deadline deadline) {
        double below = f.applyAsDouble(low);
        double above = f.applyAsDouble(high);
        for (int step = 0; step < MOST_STEPS; step++) {
            deadline.check();
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            double x = step % 3 == 2 ? middle : (low * above - high * below) / (above - below);
            if (!(x > low && x < high)) {
                x = middle;
            }
            double value = f.applyAsDouble(x);
            if (value == 0) {
                return x;
            }
            if (value < 0) {
                low = x;
                below = value;
                above *= 0.5;
            } else {
                high = x;
                above = value;
                below *= 0.5;
            }
            if (high - low <= 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)))) {
                break;
            }
        }
        return 0.5 * (low + high);
    }
}
