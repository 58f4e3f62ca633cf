package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;

/**
 * Gamma variables with scale 1 by the rejection method of G. Marsaglia and W. W. Tsang, ACM TOMS 26 (2000), 363-372. Logarithms are
 * returned because with a shape of 0.01 most values underflow.
 */
final class GammaSampler {
    private GammaSampler() {}

    static double logSample(double shape, RandomGenerator random) {
        if (shape < 1) {
            return logSample(shape + 1, random) + Math.log(1 - random.nextDouble()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / (3 * Math.sqrt(d));
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                double logCube = 3 * Math.log(v);
                double logU = Math.log(1 - random.nextDouble());
                if (logU < 0.5 * x * x + d * (1 - v * v * v + logCube)) {
                    return Math.log(d) + logCube;
                }
            }
        }
    }
}
