package org.mlmath.numerics.integration;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;

/**
 * ∫₀^length f(t) dt for f with an algebraic or logarithmic singularity at 0 whose values are not to be trusted very near it, because
 * t is found by subtraction: panels that shrink by a factor of four towards 0, and the limit of their sums by extrapolation.
 *
 * <p>Source: the idea of QUADPACK's QAGS, with panels known in advance.
 */
public final class GeometricPanels {
    private static final int PANELS = 22;

    private GeometricPanels() {}

    /** @param nearest panels that come nearer to 0 are left to extrapolation */
    public static Quadrature towardsZero(
            DoubleUnaryOperator f, double length, double nearest, double relative, Deadline deadline) {
        WynnEpsilon epsilon = new WynnEpsilon();
        Quadrature total = Quadrature.ZERO;
        double best = Double.NaN;
        double bestError = Double.POSITIVE_INFINITY;
        double to = length;
        for (int i = 0; i < PANELS && to > nearest; i++) {
            double from = to / 4;
            Quadrature panel = AdaptiveQuadrature.over(f, new double[] {from, to}, 1e-15, 0, 21 * 60, deadline);
            total = total.plus(panel);
            if (!panel.isDefined()) {
                return total;
            }
            epsilon.add(total.value());
            double error = epsilon.error();
            if (error < bestError) {
                bestError = error;
                best = epsilon.value();
            }
            if (bestError <= relative * Math.abs(best)) {
                break;
            }
            to = from;
        }
        return new Quadrature(
                best, 10 * bestError + total.errorEstimate(), total.modulus(), total.evaluations(), Double.NaN);
    }
}
