package org.mlmath.stats.regression;

import org.mlmath.kit.work.Cost;

/** What fits take: a multiplication in twice the precision about 8 ns, in the working one 1 ns. */
final class RegressionCost {
    private static final double SECONDS_PER_PRODUCT = 4e-9;
    private static final double BYTES_PER_ENTRY = 40;

    private RegressionCost() {}

    static Cost leastSquares(double rows, double columns) {
        return iterations(rows, columns, 3);
    }

    /** @param fits how many fits are made */
    static Cost iterations(double rows, double columns, double fits) {
        return new Cost(1e-5 + SECONDS_PER_PRODUCT * 4 * rows * columns * columns * fits, (long)
                Math.min(4096 + BYTES_PER_ENTRY * rows * (columns + 8), 1e15));
    }
}
