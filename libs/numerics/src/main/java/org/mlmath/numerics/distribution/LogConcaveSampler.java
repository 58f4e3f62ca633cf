package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;

/**
 * Variables on the integers with a log-concave probability, by rejection from a table with exponential slopes beside the mode m: p(m + k)
 * ≤ p(m)·min(1, e^{1 + p(m)/2 − p(m)|k|}). Fewer than five are tried on average, whatever the distribution. Source: L. Devroye,
 * Computing 39 (1987), 87-91.
 */
final class LogConcaveSampler {
    private LogConcaveSampler() {}

    static double sample(Distribution distribution, double mode, RandomGenerator random) {
        double logHeight = distribution.logDensity(mode);
        double height = Math.exp(logHeight);
        double w = 1 + 0.5 * height;
        while (true) {
            double y = (random.nextDouble() <= w / (1 + w) ? w * random.nextDouble() : w + random.nextExponential())
                    / height;
            double k = Math.rint(y);
            double value = mode + (random.nextBoolean() ? k : -k);
            double logAccepted = -random.nextExponential() + Math.min(0, w - height * y);
            if (logAccepted <= distribution.logDensity(value) - logHeight) {
                return value;
            }
        }
    }
}
