package org.mlmath.calculus.learning;

import org.mlmath.kit.work.Cost;

/** What learning takes: a pass over the data about 1 ns an entry, a closed form about 30 ns an entry and column. */
final class LearningCost {
    private static final double PASS = 1e-9;
    private static final double CLOSED = 2e-8;
    private static final double STEP = 5e-8;

    /** Products that solving beside an iteration may take, about a second of them. */
    private static final double AFFORDABLE = 2e8;

    private LearningCost() {}

    /** Whether solving for the minimum costs little enough to be done beside an iteration towards it. */
    static boolean solvable(double rows, double columns, double classes) {
        double unknowns = columns * (classes > 2 ? classes : 1);
        return (rows + unknowns) * unknowns * unknowns <= AFFORDABLE;
    }

    /**
     * @param passes over the data, for each class
     * @param solves whether the minimum is solved for
     */
    static Cost of(double rows, double columns, double classes, double passes, boolean solves) {
        double unknowns = columns * (classes > 2 ? classes : 1);
        double iterating = passes * (STEP + classes * (rows + columns) * columns * PASS * 2);
        double solving = solves ? (rows + unknowns) * unknowns * unknowns * CLOSED : 0;
        double kept = Math.min(passes + 2, 10_000) * 32 + 48 * rows * (columns + classes);
        double matrices = solves ? 24 * unknowns * unknowns : 0;
        return new Cost(1e-5 + iterating + solving, (long) Math.min(kept + matrices, 1e15));
    }
}
