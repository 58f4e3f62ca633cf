package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mlmath.numerics.linear.Matrix;

class PenalizedObjectiveTest {
    @Property(tries = 50)
    void gradientAndHessianAreTheSlopesOfValueAndGradient(@ForAll boolean intercept, @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(16, -2, 2).toArray();
        double[] y = {0, 1, 1, 0, 1, 0, 0, 1};
        PenalizedObjective objective =
                new PenalizedObjective(new LogisticObjective(new Matrix(8, 2, values), y), 1.5, 0.3, 0.7, 3, intercept);
        double[] x = {0.4 + random.nextDouble(), -0.4 - random.nextDouble(), intercept ? 0.2 : 0};
        double[] gradient = new double[3];
        double[] hessian = new double[9];
        double value = objective.valueGradientAndHessian(x, gradient, hessian);
        assertThat(objective.value(x)).isCloseTo(value, within(1e-15));
        double h = 1e-5;
        for (int j = 0; j < (intercept ? 3 : 2); j++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[j] += h;
            down[j] -= h;
            double[] above = new double[3];
            double[] below = new double[3];
            double slope = (objective.valueAndGradient(up, above) - objective.valueAndGradient(down, below)) / (2 * h);
            assertThat(gradient[j]).isCloseTo(slope, within(1e-9));
            for (int i = 0; i < (intercept ? 3 : 2); i++) {
                assertThat(hessian[i * 3 + j]).isCloseTo((above[i] - below[i]) / (2 * h), within(1e-8));
            }
        }
        if (!intercept) {
            assertThat(gradient[2]).isZero();
        }
    }
}
