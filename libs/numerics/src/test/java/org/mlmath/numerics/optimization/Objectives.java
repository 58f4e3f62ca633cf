package org.mlmath.numerics.optimization;

/** Objectives with gradients written by hand. */
final class Objectives {
    private Objectives() {}

    interface ValueAndGradient {
        double at(double[] x, double[] gradient);
    }

    static DifferentiableFunction of(int dimension, ValueAndGradient function) {
        return new DifferentiableFunction() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public double value(double[] x) {
                return function.at(x, new double[dimension]);
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                return function.at(x, gradient);
            }
        };
    }

    /** (1−x)² + 100(y−x²)² */
    static final DifferentiableFunction ROSENBROCK = of(2, (p, g) -> {
        double a = 1 - p[0];
        double b = p[1] - p[0] * p[0];
        g[0] = -2 * a - 400 * p[0] * b;
        g[1] = 200 * b;
        return a * a + 100 * b * b;
    });

    /** 2(x−1)² + ½(y+½)² + 0.3(x−1)(y+½) */
    static final DifferentiableFunction TILTED = of(2, (p, g) -> {
        double a = p[0] - 1;
        double b = p[1] + 0.5;
        g[0] = 4 * a + 0.3 * b;
        g[1] = b + 0.3 * a;
        return 2 * a * a + 0.5 * b * b + 0.3 * a * b;
    });

    /** ½Σλᵢxᵢ² */
    static DifferentiableFunction diagonal(double... curvatures) {
        return of(curvatures.length, (x, g) -> {
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                g[i] = curvatures[i] * x[i];
                value += 0.5 * g[i] * x[i];
            }
            return value;
        });
    }
}
