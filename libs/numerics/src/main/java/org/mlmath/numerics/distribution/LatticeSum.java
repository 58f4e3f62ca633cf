package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * Sums over a range of integers that may be long. Where the terms vary slowly from one integer to the next, a stretch of them is
 * the integral between the half-integers at its ends with the first two corrections of the Euler–Maclaurin formula for midpoints, in
 * differences of the terms, the integral by Gauss's rule with sixteen points. A stretch is a fraction of the distance to the nearer
 * end of the support, where the terms may be a power, of the standard deviation, and of the length over which they fall e-fold.
 */
final class LatticeSum {
    /** Shorter stretches are summed term by term; in longer ones the next term of the formula is below 1e-15. */
    private static final double WORTH_INTEGRATING = 1000;

    /** How many terms are made from one another by their quotients before one is computed anew. */
    private static final int TERMS_IN_A_ROW = 500;

    private static final double NEGLIGIBLE = 1e-18;

    // Gauss-Legendre, sixteen points on (-1, 1).
    private static final double[] NODES = {
        0.095012509837637440,
        0.28160355077925891,
        0.45801677765722739,
        0.61787624440264375,
        0.75540440835500303,
        0.86563120238783174,
        0.94457502307323258,
        0.98940093499164993
    };
    private static final double[] WEIGHTS = {
        0.18945061045506850,
        0.18260341504492359,
        0.16915651939500254,
        0.14959598881657673,
        0.12462897125553387,
        0.095158511682492785,
        0.062253523938647893,
        0.027152459411754095
    };

    private LatticeSum() {}

    /** Σ h(k) from first to last. @param h defined between the integers too */
    static double of(DoubleUnaryOperator h, double first, double last, Support support, double standardDeviation) {
        CompensatedSum sum = new CompensatedSum();
        double k = first;
        while (k <= last) {
            double stretch = Math.min(stretch(k, support, standardDeviation), last - k + 1);
            if (stretch < WORTH_INTEGRATING) {
                sum.add(h.applyAsDouble(k));
                k++;
            } else {
                double end = k + stretch - 0.5;
                sum.add(integral(h, k - 0.5, end) + correction(h, end) - correction(h, k - 0.5));
                k += stretch;
            }
        }
        return sum.value();
    }

    /**
     * log Σ p(j) from k on, upwards or downwards to the end of the support.
     *
     * @param logDensity log p, defined between the integers too
     * @param quotient p(j + 1)/p(j)
     * @param largest the largest number that log p and the quotient subtract k from
     * @param falling whether the terms fall all the way, so that the sum may stop when they no longer count
     */
    static double log(
            DoubleUnaryOperator logDensity,
            DoubleUnaryOperator quotient,
            double k,
            boolean upwards,
            Support support,
            double standardDeviation,
            double largest,
            boolean falling) {
        double end = upwards ? support.upper() : support.lower();
        double top = Math.max(logDensity.applyAsDouble(k), logDensity.applyAsDouble(end));
        DoubleUnaryOperator h = j -> Math.exp(logDensity.applyAsDouble(j) - top);
        double step = upwards ? 1 : -1;
        double grid = Math.ulp(largest);
        CompensatedSum sum = new CompensatedSum();
        double j = k;
        while ((end - j) * step >= 0) {
            double left = Math.abs(end - j) + 1;
            double stretch = Math.min(stretch(j, support, standardDeviation), left);
            if (stretch >= WORTH_INTEGRATING) {
                double rate = Math.abs(Math.log(quotient.applyAsDouble(upwards ? j : j - 1)));
                stretch = Math.min(stretch, Math.floor(8 / rate));
            }
            double added;
            if (stretch < WORTH_INTEGRATING) {
                stretch = Math.min(left, TERMS_IN_A_ROW);
                added = inARow(h, quotient, j, upwards, stretch);
            } else {
                double from = upwards ? j - 0.5 : j - stretch + 0.5;
                added = integral(h, quotient, from, from + stretch, grid)
                        + correction(h, from + stretch)
                        - correction(h, from);
            }
            sum.add(added);
            j += step * stretch;
            if (falling && added < NEGLIGIBLE * sum.value()) {
                break;
            }
        }
        return top + Math.log(sum.value());
    }

    private static double inARow(
            DoubleUnaryOperator h, DoubleUnaryOperator quotient, double from, boolean upwards, double count) {
        double term = h.applyAsDouble(from);
        double sum = term;
        double j = from;
        for (int i = 1; i < count; i++) {
            if (upwards) {
                term *= quotient.applyAsDouble(j);
                j++;
            } else {
                j--;
                term /= quotient.applyAsDouble(j);
            }
            sum += term;
        }
        return sum;
    }

    private static double stretch(double k, Support support, double standardDeviation) {
        double fromEdge = Math.min(k - support.lower(), support.upper() - k) + 1;
        return Math.floor(Math.min(0.2 * fromEdge, 0.5 * standardDeviation));
    }

    /** −h′/24 + 7h‴/5760, the derivatives by differences of the neighbouring terms. */
    private static double correction(DoubleUnaryOperator h, double x) {
        double first = h.applyAsDouble(x + 0.5) - h.applyAsDouble(x - 0.5);
        double wide = h.applyAsDouble(x + 1.5) - h.applyAsDouble(x - 1.5);
        return -first / 24 + 17.0 / 5760 * (wide - 3 * first);
    }

    /** ∫ h from a to b. */
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

    /**
     * The same with h computed at the nearest points of a grid, whose differences with other numbers of the computation are exact,
     * and taken from there to where the rule wants it along its slope: 1e10 − x is otherwise only good to 1e-6.
     *
     * @param quotient h(x + 1)/h(x)
     * @param grid a power of two
     */
    private static double integral(
            DoubleUnaryOperator h, DoubleUnaryOperator quotient, double a, double b, double grid) {
        double half = 0.5 * (b - a);
        double middle = a + half;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double offset = half * NODES[i];
            sum += WEIGHTS[i]
                    * (nearby(h, quotient, middle, offset, grid) + nearby(h, quotient, middle, -offset, grid));
        }
        return half * sum;
    }

    private static double nearby(
            DoubleUnaryOperator h, DoubleUnaryOperator quotient, double middle, double offset, double grid) {
        double x = Math.rint((middle + offset) / grid) * grid;
        double moved = (x - middle) - offset;
        return h.applyAsDouble(x) * Math.exp(-moved * Math.log(quotient.applyAsDouble(x)));
    }
}
