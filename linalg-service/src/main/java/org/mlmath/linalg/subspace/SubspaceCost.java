package org.mlmath.linalg.subspace;

import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What a basis takes: singular vectors, all of them, or elimination in fractions. */
final class SubspaceCost {
    /** Seconds to write one number as JSON. */
    private static final double WRITING = 1e-7;

    /** Bytes of a fraction, with what it is computed from. */
    private static final int FRACTION = 2000;

    private SubspaceCost() {}

    static Cost of(Matrix a, boolean exact, boolean explain) {
        if (a.values().length == 0) {
            return Cost.SMALL;
        }
        double larger = Math.max(a.rows(), a.columns());
        boolean fractions = (exact || explain) && Subspace.fitsFractions(a);
        double seconds = WRITING * larger * larger;
        double bytes = 8 * (4 * (double) a.values().length + 4 * larger * larger);
        if (!exact) {
            seconds += Kernels.current().cost().full(Operation.SVD, a.rows(), a.columns());
        }
        if (fractions) {
            seconds += ExactCost.of(a).eliminationSeconds()
                    + ExactCost.of(a.transpose()).eliminationSeconds();
            bytes += FRACTION * larger * larger;
        }
        return new Cost(seconds, (long) bytes);
    }
}
