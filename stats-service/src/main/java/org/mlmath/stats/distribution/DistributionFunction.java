package org.mlmath.stats.distribution;

import java.util.Map;
import org.mlmath.numerics.distribution.Distribution;

/** A function of a point that every distribution has. */
enum DistributionFunction {
    DENSITY {
        @Override
        double value(Distribution distribution, double x) {
            return distribution.density(x);
        }

        @Override
        double logarithm(Distribution distribution, double x) {
            return distribution.logDensity(x);
        }
    },
    CUMULATIVE {
        @Override
        double value(Distribution distribution, double x) {
            return distribution.tails(x).lower();
        }

        @Override
        double logarithm(Distribution distribution, double x) {
            return distribution.tails(x).logLower();
        }
    },
    SURVIVAL {
        @Override
        double value(Distribution distribution, double x) {
            return distribution.tails(x).upper();
        }

        @Override
        double logarithm(Distribution distribution, double x) {
            return distribution.tails(x).logUpper();
        }
    },
    HAZARD {
        @Override
        double value(Distribution distribution, double x) {
            return distribution.hazard(x);
        }

        @Override
        double logarithm(Distribution distribution, double x) {
            return Math.log(distribution.hazard(x));
        }
    };

    abstract double value(Distribution distribution, double x);

    abstract double logarithm(Distribution distribution, double x);

    Map<String, String> conventions(boolean discrete) {
        return switch (this) {
            case DENSITY -> Map.of("pdf", discrete ? "P(X = x), 0 between the integers" : "density");
            case CUMULATIVE -> Map.of("cdf", "P(X <= x)");
            case SURVIVAL -> Map.of("survival", "P(X > x)");
            case HAZARD -> Map.of("hazard", discrete ? "P(X = x) / P(X >= x)" : "pdf(x) / P(X > x)");
        };
    }
}
