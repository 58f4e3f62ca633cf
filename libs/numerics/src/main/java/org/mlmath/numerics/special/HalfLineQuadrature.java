package org.mlmath.numerics.special;

import java.util.function.DoubleUnaryOperator;

/**
 * ∫₀^∞ e^{g(u)} du for an analytic g that falls at least linearly: the double exponential rule u = s·exp(τ − e^{−τ}), trapezoidal in
 * τ, its step halved until two results agree. All terms are positive, so the sum is accurate to a few ulp of the integrand.
 *
 * <p>Source: H. Takahasi and M. Mori, Publ. RIMS 9 (1974), 721-741.
 */
final class HalfLineQuadrature {
    private static final double LOWEST = -3.8; // u = s·e^{-48}: what lies below is less than an ulp
    /** Halving the step squares the error, so the finer of two sums that agree to this is right to the last digit. */
    private static final double AGREEMENT = 1e-10;

    private static final int FINEST = 9;

    private HalfLineQuadrature() {}

    /**
     * @param exponent g with g(0) finite
     * @param scale s, about the width over which e^g falls
     */
    static double integrate(DoubleUnaryOperator exponent, double scale) {
        double step = 0.25;
        double sum = sweep(exponent, scale, step, LOWEST, step);
        double previous = sum * step;
        for (int level = 1; level <= FINEST; level++) {
            sum += sweep(exponent, scale, step, LOWEST + 0.5 * step, step);
            step *= 0.5;
            double value = sum * step;
            if (Math.abs(value - previous) <= AGREEMENT * Math.abs(value)) {
                return value;
            }
            previous = value;
        }
        return previous;
    }

    private static double sweep(DoubleUnaryOperator exponent, double scale, double step, double from, double stride) {
        double sum = 0;
        int negligible = 0;
        for (double tau = from; negligible < 3; tau += stride) {
            double decay = Math.exp(-tau);
            double u = scale * Math.exp(tau - decay);
            double term = Math.exp(exponent.applyAsDouble(u)) * u * (1 + decay);
            sum += term;
            negligible = tau > 0 && !(term > 1e-18 * sum) ? negligible + 1 : 0;
        }
        return sum;
    }
}
