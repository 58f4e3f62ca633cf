package org.mlmath.numerics.optimization;

import java.util.SplittableRandom;

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

    /** ½(x−c)ᵀA(x−c), with its Hessian A = MMᵀ + I for an M drawn by the seed. */
    static TwiceDifferentiableFunction quadratic(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] m = random.doubles((long) n * n, -2, 2).toArray();
        double[] centre = random.doubles(n, -3, 3).toArray();
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[i * n + j] += m[i * n + k] * m[j * n + k];
                }
            }
            a[i * n + i] += 1;
        }
        DifferentiableFunction function = of(n, (x, g) -> {
            double value = 0;
            for (int i = 0; i < n; i++) {
                g[i] = 0;
                for (int j = 0; j < n; j++) {
                    g[i] += a[i * n + j] * (x[j] - centre[j]);
                }
                value += 0.5 * g[i] * (x[i] - centre[i]);
            }
            return value;
        });
        return withHessian(function, (x, h) -> System.arraycopy(a, 0, h, 0, a.length));
    }

    interface HessianAt {
        void at(double[] x, double[] hessian);
    }

    static TwiceDifferentiableFunction withHessian(DifferentiableFunction function, HessianAt second) {
        return new TwiceDifferentiableFunction() {
            @Override
            public int dimension() {
                return function.dimension();
            }

            @Override
            public double value(double[] x) {
                return function.value(x);
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                return function.valueAndGradient(x, gradient);
            }

            @Override
            public double valueGradientAndHessian(double[] x, double[] gradient, double[] hessian) {
                second.at(x, hessian);
                return function.valueAndGradient(x, gradient);
            }
        };
    }

    /** ROSENBROCK with its Hessian. */
    static final TwiceDifferentiableFunction VALLEY = withHessian(ROSENBROCK, (p, h) -> {
        h[0] = 2 - 400 * (p[1] - 3 * p[0] * p[0]);
        h[1] = -400 * p[0];
        h[2] = h[1];
        h[3] = 200;
    });
}
