package org.mlmath.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.optimization.TwiceDifferentiableFunction;

class ProximalNewtonTest {
    /** ½‖Xw − y‖²/m. */
    private record Squares(double[][] x, double[] y) implements TwiceDifferentiableFunction {
        @Override
        public int dimension() {
            return x[0].length;
        }

        @Override
        public double value(double[] w) {
            return valueAndGradient(w, new double[w.length]);
        }

        @Override
        public double valueAndGradient(double[] w, double[] gradient) {
            return valueGradientAndHessian(w, gradient, new double[w.length * w.length]);
        }

        @Override
        public double valueGradientAndHessian(double[] w, double[] gradient, double[] hessian) {
            int n = w.length;
            double value = 0;
            Arrays.fill(gradient, 0);
            Arrays.fill(hessian, 0);
            for (int i = 0; i < y.length; i++) {
                double rest = -y[i];
                for (int j = 0; j < n; j++) {
                    rest += x[i][j] * w[j];
                }
                value += 0.5 * rest * rest / y.length;
                for (int j = 0; j < n; j++) {
                    gradient[j] += rest * x[i][j] / y.length;
                    for (int k = 0; k < n; k++) {
                        hessian[j * n + k] += x[i][j] * x[i][k] / y.length;
                    }
                }
            }
            return value;
        }
    }

    /** Where sweeps would take as many as the condition number: columns that have an offset in common and no intercept to take it. */
    @Property(tries = 60)
    void columnsFarFromZeroAreFittedWithoutAnIntercept(
            @ForAll @IntRange(min = 2, max = 5) int n, @ForAll @IntRange(max = 3) int offset, @ForAll int seed) {
        Random random = new Random(seed);
        int m = 40;
        double[][] x = new double[m][n];
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                x[i][j] = random.nextGaussian() + Math.pow(10, offset);
            }
            y[i] = x[i][0] - x[i][1] + random.nextGaussian();
        }
        double l1 = 0.01;
        boolean[] penalized = new boolean[n];
        Arrays.fill(penalized, true);
        Squares f = new Squares(x, y);

        ProximalNewton fit = ProximalNewton.minimize(f, penalized, l1, Deadline.none());

        assertThat(fit.converged()).isTrue();
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        f.valueGradientAndHessian(new double[n], gradient, hessian);
        double scale = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        f.valueGradientAndHessian(fit.point(), gradient, hessian);
        for (int j = 0; j < n; j++) {
            double terms = 0;
            for (int k = 0; k < n; k++) {
                terms += Math.abs(hessian[j * n + k] * fit.point()[k]);
            }
            double fails = fit.point()[j] == 0
                    ? Math.abs(gradient[j]) - l1
                    : Math.abs(gradient[j] + Math.copySign(l1, fit.point()[j]));
            assertThat(fails).isLessThanOrEqualTo(1e-10 * scale + 1e-15 * m * terms);
        }
    }
}
