package org.mlmath.numerics.sample;

/** Kernels of variance 1, so that a bandwidth means the same for each: the standard deviation of what an observation is spread to. */
public enum KernelShape {
    GAUSSIAN(Double.POSITIVE_INFINITY) {
        @Override
        double inside(double u) {
            return Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
        }
    },
    EPANECHNIKOV(Math.sqrt(5)) {
        @Override
        double inside(double u) {
            return 0.75 / Math.sqrt(5) * (1 - u * u / 5);
        }
    },
    RECTANGULAR(Math.sqrt(3)) {
        @Override
        double inside(double u) {
            return 0.5 / Math.sqrt(3);
        }
    },
    TRIANGULAR(Math.sqrt(6)) {
        @Override
        double inside(double u) {
            double a = Math.sqrt(6);
            return (1 - Math.abs(u) / a) / a;
        }
    },
    BIWEIGHT(Math.sqrt(7)) {
        @Override
        double inside(double u) {
            double rest = 1 - u * u / 7;
            return 15 / 16.0 / Math.sqrt(7) * rest * rest;
        }
    },
    COSINE(1 / Math.sqrt(1.0 / 3 - 2 / (Math.PI * Math.PI))) {
        @Override
        double inside(double u) {
            double a = 1 / Math.sqrt(1.0 / 3 - 2 / (Math.PI * Math.PI));
            return (1 + Math.cos(Math.PI * u / a)) / (2 * a);
        }
    };

    /** Beyond which e^(−u²/2) is below the smallest double. */
    private static final double GAUSSIAN_REACH = 38.7;

    private final double support;

    KernelShape(double support) {
        this.support = support;
    }

    abstract double inside(double u);

    /** The density at u. */
    public double at(double u) {
        return Math.abs(u) < support ? inside(u) : 0;
    }

    /** Where it is 0 beyond, to double precision. */
    double reach() {
        return Math.min(support, GAUSSIAN_REACH);
    }
}
