package org.mlmath.calculus.learning;

import org.mlmath.kit.work.Cost;

/** What learning takes: a pass over the data about 1 ns an entry, a closed form about 30 ns an entry and column. */
final class LearningCost {
    private static final double PASS = 1e-9;
    private static final double CLOSED = 2e-8;
    private static final double STEP = 5e-8;

    private LearningCost() {}

    /** @param passes over the data, for each class */
    static Cost of(double rows, double columns, double classes, double passes) {
        double iterating = passes * (STEP + classes * (rows + columns) * columns * PASS * 2);
        double solving = rows * columns * columns * classes * classes * CLOSED;
        double kept = Math.min(passes + 2, 10_000) * 32 + 48 * rows * (columns + classes);
        return new Cost(1e-5 + iterating + solving, (long) Math.min(kept, 1e15));
    }
}
