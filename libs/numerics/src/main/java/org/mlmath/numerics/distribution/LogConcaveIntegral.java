package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * log ∫ e^{g(v)} dv over the real line for an analytic g with one maximum: the trapezoidal rule around it, its step halved until two
 * results agree. For such integrands it converges geometrically (L. N. Trefethen and J. A. C. Weideman, SIAM Review 56 (2014),
 * 385-458); the terms are positive, so the sum is accurate to its own size.
 */
final class LogConcaveIntegral {
    private static final double NEGLIGIBLE = -42;
    private static final int FINEST = 8;
    private static final double VAST = 1e13;

    /** Halving the step squares the error, so the finer of two sums that agree to this is right to the last digit. */
    private static final double AGREEMENT = 1e-10;

    private static final double GOLDEN = 0.381966011250105;

    private final DoubleUnaryOperator exponent;
    private final double resolution;

    /** @param resolution a fraction of the width of e^g, small against it */
    LogConcaveIntegral(DoubleUnaryOperator exponent, double resolution) {
        this.exponent = exponent;
        this.resolution = resolution;
    }

    /** @param start where to begin the search for the maximum */
    double log(double start) {
        double peak = peak(start);
        double top = exponent.applyAsDouble(peak);
        // Next to a logarithm of this size that of the width is rounding, and a fall of 1 could not be told from it.
        if (top < -VAST) {
            return top;
        }
        double step = 0.5 * Math.min(fall(peak, 1, top), fall(peak, -1, top));
        double sum = 1 + sweep(peak, step, step, top) + sweep(peak, -step, -step, top);
        double value = step * sum;
        for (int level = 0; level < FINEST; level++) {
            double previous = value;
            sum += sweep(peak, 0.5 * step, step, top) + sweep(peak, -0.5 * step, -step, top);
            step *= 0.5;
            value = step * sum;
            if (Math.abs(value - previous) <= AGREEMENT * value) {
                break;
            }
        }
        return top + Math.log(value);
    }

    private double sweep(double peak, double from, double stride, double top) {
        double sum = 0;
        double offset = from;
        for (double g = 0; g > NEGLIGIBLE; offset += stride) {
            g = exponent.applyAsDouble(peak + offset) - top;
            sum += Math.exp(g);
        }
        return sum;
    }

    /** How far from the peak the logarithm has fallen by about 1. */
    private double fall(double peak, int direction, double top) {
        double reach = 0.1 * resolution;
        while (exponent.applyAsDouble(peak + direction * reach) > top - 1) {
            reach *= 1.5;
        }
        return reach;
    }

    /** Where the integrand is largest, by golden section on an interval that holds it. */
    private double peak(double start) {
        double low = start - reachOfRise(start, -1);
        double high = start + reachOfRise(start, 1);
        double a = low + GOLDEN * (high - low);
        double b = high - GOLDEN * (high - low);
        double atA = exponent.applyAsDouble(a);
        double atB = exponent.applyAsDouble(b);
        while (high - low > Math.max(resolution, 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))))) {
            if (atA > atB) {
                high = b;
                b = a;
                atB = atA;
                a = low + GOLDEN * (high - low);
                atA = exponent.applyAsDouble(a);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = high - GOLDEN * (high - low);
                atB = exponent.applyAsDouble(b);
            }
        }
        return atA > atB ? a : b;
    }

    /** A distance in this direction at which the exponent falls again. */
    private double reachOfRise(double start, int direction) {
        double reach = 1;
        double before = exponent.applyAsDouble(start);
        double value = exponent.applyAsDouble(start + direction * reach);
        while (value > before) {
            reach *= 2;
            before = value;
            value = exponent.applyAsDouble(start + direction * reach);
        }
        return reach;
    }
}
