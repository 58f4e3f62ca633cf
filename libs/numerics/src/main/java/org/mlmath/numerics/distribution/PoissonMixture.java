package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.special.LogDeviance;

/**
 * log Σⱼ e^{−m} m^j / j! · e^{g(j)} with a concave g: what a noncentral chi-square or F distribution is of central ones. The terms
 * are positive, so the sum is accurate to its own size. It starts at its largest term; where that one is far from j = 0 the sum
 * is, to less than 1e-30, the integral over real j, whose trapezoidal rule needs a hundred terms however large m is.
 */
final class PoissonMixture {
    private static final double NEGLIGIBLE = -42;
    private static final double INTEGRAL_FROM = 400;

    private PoissonMixture() {}

    static double log(double mean, DoubleUnaryOperator logTerm) {
        if (mean == 0) {
            return logTerm.applyAsDouble(0);
        }
        DoubleUnaryOperator exponent = j ->
                j < 0 ? Double.NEGATIVE_INFINITY : LogDeviance.logPoisson(j, mean, j - mean) + logTerm.applyAsDouble(j);
        double peak = peak(exponent, Math.rint(mean));
        return peak > INTEGRAL_FROM
                ? new LogConcaveIntegral(exponent, 0.02 * Math.sqrt(peak)).log(peak)
                : sum(exponent, peak);
    }

    private static double sum(DoubleUnaryOperator exponent, double peak) {
        double top = exponent.applyAsDouble(peak);
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        double sum = 1;
        for (int direction = -1; direction <= 1; direction += 2) {
            double g = 0;
            for (double j = peak + direction; g > NEGLIGIBLE; j += direction) {
                g = exponent.applyAsDouble(j) - top;
                sum += Math.exp(g);
            }
        }
        return top + Math.log(sum);
    }

    /** The largest term's index: steps that double, then back by halves. */
    private static double peak(DoubleUnaryOperator exponent, double start) {
        double at = start;
        double value = exponent.applyAsDouble(at);
        for (int direction = -1; direction <= 1; direction += 2) {
            double step = 1;
            while (step >= 1) {
                double next = at + direction * step;
                double there = next < 0 ? Double.NEGATIVE_INFINITY : exponent.applyAsDouble(next);
                if (there > value) {
                    at = next;
                    value = there;
                    step *= 2;
                } else {
                    step = step == 1 ? 0 : Math.max(1, Math.floor(step / 4));
                }
            }
        }
        return at;
    }
}
