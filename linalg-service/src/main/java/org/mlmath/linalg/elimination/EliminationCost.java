package org.mlmath.linalg.elimination;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.linear.Matrix;

/** What an elimination takes, and writing its result. */
final class EliminationCost {
    /** Seconds for a multiplication and an addition of doubles, along rows. */
    private static final double STEP = 1e-9;

    /** Seconds to write one number as JSON. */
    private static final double WRITING = 1e-7;

    /** Bytes of a fraction, with what it is computed from. */
    private static final int FRACTION = 2000;

    private EliminationCost() {}

    static Cost of(Matrix a, boolean fractions) {
        double entries = (double) a.rows() * a.columns();
        double seconds = WRITING * entries + STEP * entries * Math.min(a.rows(), a.columns());
        if (fractions && entries > 0) {
            seconds += ExactCost.of(a).eliminationSeconds();
        }
        return new Cost(1e-5 + seconds, (long) (4096 + entries * (fractions ? FRACTION : 24)));
    }
}
