package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;

/**
 * Binomial variables for p ≤ ½: waiting times between successes where few are expected (L. Devroye, <i>Non-Uniform Random
 * Variate Generation</i>, 1986, X.4), otherwise the transformed rejection method BTRS (W. Hörmann, J. Statist. Comput. Simul. 46
 * (1993), 101-110).
 */
final class BinomialSampler {
    private static final double FEW = 10;

    private BinomialSampler() {}

    static double sample(double trials, double p, RandomGenerator random) {
        if (p == 0 || trials == 0) {
            return 0;
        }
        return trials * p < FEW ? bySuccesses(trials, p, random) : byRejection(trials, p, random);
    }

    private static double bySuccesses(double trials, double p, RandomGenerator random) {
        double logQ = Math.log1p(-p);
        double used = 0;
        double successes = -1;
        while (used <= trials) {
            used += Math.floor(Math.log(1 - random.nextDouble()) / logQ) + 1;
            successes++;
        }
        return successes;
    }

    private static double byRejection(double trials, double p, RandomGenerator random) {
        Binomial binomial = new Binomial(trials, p);
        double spread = Math.sqrt(trials * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = trials * p + 0.5;
        double alpha = (2.83 + 5.1 / b) * spread;
        double surelyInside = 0.92 - 4.2 / b;
        double logAtMode = binomial.logDensity(Math.floor((trials + 1) * p));
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= surelyInside) {
                return k;
            }
            if (k >= 0 && k <= trials) {
                double accepted = Math.log(v * alpha / (a / (us * us) + b));
                if (accepted <= binomial.logDensity(k) - logAtMode) {
                    return k;
                }
            }
        }
    }
}
