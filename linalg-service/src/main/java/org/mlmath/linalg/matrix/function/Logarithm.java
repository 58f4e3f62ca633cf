package org.mlmath.linalg.matrix.function;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;

/**
 * The principal logarithm of a triangle by inverse scaling and squaring: square roots until T^(1/2ᵏ) is near I, then
 * log(I + X) = ∫₀¹ X·(I + t·X)⁻¹ dt by Gauss and Legendre with eight nodes, which is the [8/8] Padé approximant, and 2ᵏ times it. The
 * diagonal is that of the scalar logarithm.
 *
 * <p>Source: Higham, <i>Functions of Matrices</i>, ch. 11.
 */
final class Logarithm {
    /** Up to this ‖X‖₁ eight nodes leave an error below the unit roundoff. */
    private static final double NEAR = 0.25;

    private static final int MOST_ROOTS = 100;

    /** Gauss and Legendre's on [0, 1]: the nodes in pairs about 1/2, and their weights. */
    private static final double[] OFFSETS = {
        0.09171732124782490, 0.26276620495816449, 0.39833323870681337, 0.48014492824876812
    };

    private static final double[] WEIGHTS = {
        0.18134189168918099, 0.15685332293894364, 0.11119051722668723, 0.05061426814518813
    };

    private Logarithm() {}

    /** @param t without a 0 on its diagonal */
    static ComplexTriangle of(ComplexTriangle t, Deadline deadline) {
        ComplexTriangle root = t;
        int roots = 0;
        while (root.distanceFromIdentity() > NEAR) {
            root = root.sqrt(deadline);
            if (++roots > MOST_ROOTS) {
                throw new DidNotConvergeException("The square roots of the matrix do not approach the identity.");
            }
        }
        ComplexTriangle x = root.minusIdentity();
        ComplexTriangle log = ComplexTriangle.zero(t.n());
        double scale = Math.scalb(1.0, roots);
        for (int k = 0; k < OFFSETS.length; k++) {
            x.addResolvent(0.5 - OFFSETS[k], scale * WEIGHTS[k], log, deadline);
            x.addResolvent(0.5 + OFFSETS[k], scale * WEIGHTS[k], log, deadline);
        }
        for (int i = 0; i < t.n(); i++) {
            int d = i * t.n() + i;
            log.re()[d] = Math.log(Math.hypot(t.re()[d], t.im()[d]));
            log.im()[d] = Math.atan2(t.im()[d], t.re()[d]);
        }
        return log;
    }
}
