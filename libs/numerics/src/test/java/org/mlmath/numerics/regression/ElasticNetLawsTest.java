package org.mlmath.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class ElasticNetLawsTest {
    private static final int M = 20;

    private static Matrix correlated(Random random, int columns) {
        double[] values = new double[M * columns];
        for (int i = 0; i < M; i++) {
            double shared = random.nextGaussian();
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = shared + 0.3 * random.nextGaussian();
            }
        }
        return new Matrix(M, columns, values);
    }

    private static double[] targets(Random random, Matrix x) {
        double[] y = new double[M];
        for (int i = 0; i < M; i++) {
            y[i] = 2 * x.get(i, 0) - x.get(i, 1) + random.nextGaussian();
        }
        return y;
    }

    @Property(tries = 100)
    void theConditionsOfAMinimumHold(
            @ForAll @DoubleRange(min = 0.01, max = 2) double l1,
            @ForAll @DoubleRange(min = 0, max = 1) double l2,
            @ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = correlated(random, 6);
        double[] y = targets(random, x);
        ElasticNet net = ElasticNet.fit(x, y, true, l1, l2, 100_000, Deadline.none());
        assertThat(net.converged()).isTrue();
        double[] w = net.weights();
        double sum = 0;
        double[] slopes = new double[6];
        for (int i = 0; i < M; i++) {
            double e = y[i] - net.intercept();
            for (int j = 0; j < 6; j++) {
                e -= x.get(i, j) * w[j];
            }
            sum += e;
            for (int j = 0; j < 6; j++) {
                slopes[j] += x.get(i, j) * e / M;
            }
        }
        assertThat(sum).isCloseTo(0, within(1e-11));
        for (int j = 0; j < 6; j++) {
            double slope = slopes[j] - l2 * w[j];
            if (w[j] == 0) {
                assertThat(Math.abs(slope)).isLessThanOrEqualTo(l1 + 1e-9);
            } else {
                assertThat(slope).isCloseTo(Math.copySign(l1, w[j]), within(1e-9));
            }
        }
    }

    @Property(tries = 50)
    void theObjectiveNeverRisesFromSweepToSweep(@ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = correlated(random, 5);
        double[] history = ElasticNet.fit(x, targets(random, x), true, 0.05, 0, 1000, Deadline.none())
                .lossHistory();
        for (int i = 1; i < history.length; i++) {
            assertThat(history[i]).isLessThanOrEqualTo(history[i - 1] * (1 + 1e-14));
        }
    }

    @Test
    void aPenaltyAboveTheLargestSlopeLeavesNothing() {
        Matrix x = Matrix.of(new double[] {1}, new double[] {2}, new double[] {3});
        ElasticNet net = ElasticNet.fit(x, new double[] {1, 2, 6}, true, 2, 0, 100, Deadline.none());
        assertThat(net.weights()).containsExactly(0);
        assertThat(net.intercept()).isEqualTo(3);
        assertThat(net.converged()).isTrue();
    }

    @Test
    void aConstantColumnHasNoWeight() {
        Matrix x = Matrix.of(new double[] {1, 5}, new double[] {2, 5}, new double[] {3, 5});
        ElasticNet net = ElasticNet.fit(x, new double[] {1, 2, 6}, true, 0.1, 0, 100, Deadline.none());
        assertThat(net.weights()[1]).isZero();
        assertThat(net.converged()).isTrue();
    }
}
