package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * Σ h(k) over a range of integers that may be long. Where h varies slowly from one integer to the next, a stretch of them is
 * summed as ∫ h between the half-integers at its ends, less (h′(end) − h′(start))/24 (the Euler–Maclaurin formula for midpoints),
 * the integral by Gauss's rule with sixteen points. A stretch is a fraction of the distance to the nearer end of the support, where
 * h may be a power, and of the standard deviation.
 */
final class LatticeSum {
    /** Shorter stretches are summed term by term; in longer ones the next term of the formula is below 1e-15. */
    private static final double WORTH_INTEGRATING = 1000;

    // Gauss-Legendre, sixteen points on (-1, 1).
    private static final double[] NODES = {
        0.095012509837637440, 0.28160355077925891, 0.45801677765722739, 0.61787624440264375,
        0.75540440835500303, 0.86563120238783174, 0.94457502307323258, 0.98940093499164993
    };
    private static final double[] WEIGHTS = {
        0.18945061045506850, 0.18260341504492359, 0.16915651939500254, 0.14959598881657673,
        0.12462897125553387, 0.095158511682492785, 0.062253523938647893, 0.027152459411754095
    };

    private LatticeSum() {}

    /** @param h defined between the integers too */
    static double of(DoubleUnaryOperator h, double first, double last, Support support, double standardDeviation) {
        CompensatedSum sum = new CompensatedSum();
        double k = first;
        while (k <= last) {
            double fromEdge = Math.min(k - support.lower(), support.upper() - k) + 1;
            double stretch = Math.floor(Math.min(0.2 * fromEdge, 0.5 * standardDeviation));
            if (stretch < WORTH_INTEGRATING) {
                sum.add(h.applyAsDouble(k));
                k++;
            } else {
                stretch = Math.min(stretch, last - k + 1);
                sum.add(integral(h, k - 0.5, k + stretch - 0.5));
                sum.add((slope(h, k - 0.5) - slope(h, k + stretch - 0.5)) / 24);
                k += stretch;
            }
        }
        return sum.value();
    }

    private static double slope(DoubleUnaryOperator h, double x) {
        return h.applyAsDouble(x + 0.5) - h.applyAsDouble(x - 0.5);
    }

    static double integral(DoubleUnaryOperator h, double a, double b) {
        double half = 0.5 * (b - a);
        double middle = a + half;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double offset = half * NODES[i];
            sum += WEIGHTS[i] * (h.applyAsDouble(middle - offset) + h.applyAsDouble(middle + offset));
        }
        return half * sum;
    }
}
