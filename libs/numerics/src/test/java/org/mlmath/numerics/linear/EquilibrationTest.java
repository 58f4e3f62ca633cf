package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EquilibrationTest {
    /** Whatever the scales, the ends of the range included: subnormal rows beside columns near the largest double. */
    @Property(tries = 300)
    void rowsAndColumnsComeNearOneWithoutRounding(
            @ForAll @IntRange(min = 1, max = 9) int m,
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @IntRange(min = 0, max = 1050) int spread,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] rowScales = random.ints(m, -spread / 2 - 1, spread / 2 + 1).toArray();
        int[] columnScales = random.ints(n, -spread / 2 - 1, spread / 2 + 1).toArray();
        double[] values = new double[m * n];
        for (int at = 0; at < values.length; at++) {
            double entry = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 16) * (random.nextBoolean() ? 0.125 : -0.125);
            values[at] = Math.scalb(entry, rowScales[at / n] + columnScales[at % n]);
        }
        Matrix a = new Matrix(m, n, values);
        Equilibration scale = Equilibration.of(a);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double back = Math.scalb(Math.scalb(scale.scaled().get(i, j), -scale.rows()[i]), -scale.columns()[j]);
                assertThat(back).isEqualTo(a.get(i, j));
            }
        }
        for (double largest : scale.scaled().columnsMaxAbs()) {
            assertThat(scale.trivial() || largest == 0 || (largest >= 1 && largest < 2))
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void theScaledInverseBringsTheInverse(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = new double[n * n];
        double[] expected = new double[n * n];
        for (int i = 0; i < n; i++) { // a permutation of powers of two
            int exponent = random.nextInt(-400, 400);
            int j = (i + 1) % n;
            values[i * n + j] = Math.scalb(1.0, exponent);
            expected[j * n + i] = Math.scalb(1.0, -exponent);
        }
        Equilibration scale = Equilibration.of(new Matrix(n, n, values));
        Matrix inverse = scale.inverse(Kernels.current().inverse(scale.scaled()).inverse());
        for (int at = 0; at < expected.length; at++) {
            assertThat(inverse.values()[at] + 0.0).isEqualTo(expected[at]); // a zero may be negative
        }
    }
}
