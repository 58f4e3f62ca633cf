package org.mlmath.linalg.vector;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.linear.Matrix;

/** What operations on vectors take. */
final class VectorCost {
    /** Seconds for one product in twice the precision, and for writing a number as JSON. */
    private static final double PRODUCT = 1e-8;

    private static final double WRITING = 1e-7;

    private VectorCost() {}

    static Cost of(double[]... vectors) {
        double entries = 0;
        for (double[] vector : vectors) {
            entries += vector == null ? 0 : vector.length;
        }
        return new Cost(1e-5 + (PRODUCT + WRITING) * entries, (long) (4096 + 32 * entries));
    }

    /** @return of some passes over all pairs of vectors, in fractions where these are few */
    static Cost ofPairs(Matrix vectors) {
        if (vectors == null) {
            return Cost.SMALL;
        }
        double k = vectors.rows();
        double n = vectors.columns();
        double seconds = Fractions.fit(vectors) ? Fractions.SECONDS : 4 * PRODUCT * k * k * n;
        return new Cost(
                1e-5 + seconds + WRITING * k * (n + k), (long) (4096 + 8 * (6 * k * n + 4 * k * k + 4 * n * n)));
    }
}
