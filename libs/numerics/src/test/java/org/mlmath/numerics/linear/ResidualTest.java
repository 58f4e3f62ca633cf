package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualTest {
    /** Of lengths that are summed one by one, and side by side in whole and in broken pieces. */
    @ParameterizedTest
    @ValueSource(ints = {5, 127, 128, 129, 200, 333})
    void whatCancelsIsRightToTheLastDigit(int n) {
        Random random = new Random(n);
        Matrix a = random(random, 6, n);
        Matrix x = random(random, n, 3);
        Matrix b = Kernels.current().multiply(a, x); // so that the residual is all rounding
        Matrix residual = Residual.of(a, x, b);
        Matrix shifted = Residual.of(a, x, b, 0.3, b);
        for (int i = 0; i < 6; i++) {
            for (int k = 0; k < 3; k++) {
                BigDecimal exact = new BigDecimal(b.get(i, k));
                for (int j = 0; j < n; j++) {
                    exact = exact.subtract(new BigDecimal(a.get(i, j)).multiply(new BigDecimal(x.get(j, k))));
                }
                requireNear(exact, residual.get(i, k), n);
                BigDecimal less = new BigDecimal(0.3).multiply(new BigDecimal(b.get(i, k)));
                requireNear(exact.subtract(less), shifted.get(i, k), n);
            }
        }
    }

    private static void requireNear(BigDecimal exact, double found, int n) {
        // Twice the precision, of terms up to 1: relative to what is left it is nearly all of one.
        double error = exact.subtract(new BigDecimal(found)).abs().doubleValue();
        assertThat(error).isLessThan(Math.ulp(found) + n * n * 0x1p-104);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 230})
    void theEstimatedBackwardErrorComesNearTheTrue(int columns) {
        Random random = new Random(columns);
        Matrix a = random(random, 230, 230);
        Matrix x = random(random, 230, columns);
        double[] values = Kernels.current().multiply(a, x).values();
        for (int at = 0; at < values.length; at++) {
            values[at] += 1e-6 * random.nextGaussian();
        }
        Matrix b = new Matrix(230, columns, values);
        double size = a.frobeniusNorm() * x.frobeniusNorm() + b.frobeniusNorm();
        double expected = Residual.of(a, x, b).frobeniusNorm() / size;
        assertThat(Residual.estimatedBackwardError(a, x, b)).isBetween(expected / 2, expected * 2);
    }

    private static Matrix random(Random random, int m, int n) {
        return new Matrix(m, n, random.doubles((long) m * n, -1, 1).toArray());
    }
}
