package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;

/**
 * Poisson variables: for small means by counting exponential waiting times, otherwise by the transformed rejection method PTRS (W.
 * Hörmann, Insurance: Mathematics and Economics 12 (1993), 39-45).
 */
final class PoissonSampler {
    private static final double FEW = 10;
    /** Beyond, the acceptance test's logarithms have no digits left, and the steps between doubles exceed what it decides on. */
    private static final double MANY = 1e15;

    private PoissonSampler() {}

    static double sample(double mean, RandomGenerator random) {
        if (mean < FEW) {
            double waited = random.nextExponential();
            double count = 0;
            while (waited <= mean) {
                waited += random.nextExponential();
                count++;
            }
            return count;
        }
        if (mean > MANY) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        return byRejection(mean, random);
    }

    private static double byRejection(double mean, RandomGenerator random) {
        Poisson poisson = new Poisson(mean);
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double logInverseAlpha = Math.log(1.1239 + 1.1328 / (b - 3.4));
        double surelyInside = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= surelyInside) {
                return k;
            }
            if (k < 0 || us < 0.013 && v > us) {
                continue;
            }
            if (Math.log(v) + logInverseAlpha - Math.log(a / (us * us) + b) <= poisson.logDensity(k)) {
                return k;
            }
        }
    }
}
