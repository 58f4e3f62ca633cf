package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * −Σ P(k) log P(k). For a distribution near the normal one by the expansion of the entropy about a normal variable's, whose next
 * term is of the order of the skewness to the sixth power (P. Comon, Signal Processing 36 (1994), 287-314, for the coefficients);
 * otherwise the sum itself, in wide ranges as an integral by {@link LatticeSum}.
 */
final class DiscreteEntropy {
    private static final double NEARLY_NORMAL = 1e-5;
    private static final double NEGLIGIBLE = -60;

    private DiscreteEntropy() {}

    /** @param logDensity also between the integers */
    static double of(
            Distribution distribution,
            DoubleUnaryOperator logDensity,
            double variance,
            double skewness,
            double kurtosis) {
        if (variance == 0) {
            return 0;
        }
        double square = skewness * skewness;
        if (Math.max(square, Math.abs(kurtosis)) < NEARLY_NORMAL) {
            return ofNearlyNormal(variance, square, kurtosis);
        }
        double first = distribution.quantile(TailProbability.ofLog(false, NEGLIGIBLE));
        double last = distribution.quantile(TailProbability.ofLog(true, NEGLIGIBLE));
        return LatticeSum.of(
                k -> {
                    double log = logDensity.applyAsDouble(k);
                    return log == Double.NEGATIVE_INFINITY ? 0 : -Math.exp(log) * log;
                },
                first,
                last,
                distribution.support(),
                Math.sqrt(variance));
    }

    static double ofNearlyNormal(double variance, double squaredSkewness, double kurtosis) {
        double negentropy = squaredSkewness / 12
                + kurtosis * kurtosis / 48
                + 7 * squaredSkewness * squaredSkewness / 48
                - squaredSkewness * kurtosis / 8;
        return 0.5 + Normal.HALF_LOG_TWO_PI + 0.5 * Math.log(variance) - negentropy;
    }
}
