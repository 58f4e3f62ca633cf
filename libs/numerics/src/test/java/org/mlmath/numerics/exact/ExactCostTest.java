package org.mlmath.numerics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.linear.Matrix;

class ExactCostTest {
    @Test
    void longerNumbersCostMore() {
        double integers = ExactCost.of(filled(10, 3)).eliminationSeconds();
        double decimals = ExactCost.of(filled(10, 0.3)).eliminationSeconds();
        Matrix wild = filled(10, 0.3);
        wild.values()[5] = 1e300;
        double spread = ExactCost.of(wild).eliminationSeconds();
        assertThat(integers).isLessThan(decimals);
        assertThat(decimals).isLessThan(spread / 10);
        assertThat(ExactCost.of(filled(64, 0.3)).rankSeconds()).isBetween(0.01, 1.0);
        assertThat(ExactCost.of(filled(3, 2)).rankSeconds()).isLessThan(1e-5);
    }

    @Test
    void whatWouldNotFitIsUnbearable() {
        assertThat(ExactCost.of(filled(64, 0.3)).bearable()).isTrue();
        Matrix text = new Matrix(2, 2, new double[4], new String[] {"1e9999", null, null, "1e-9999"});
        assertThat(ExactCost.of(text).bearable()).isTrue();
        String[] long1000 = new String[400];
        Arrays.fill(long1000, "9".repeat(1000));
        assertThat(ExactCost.of(new Matrix(20, 20, new double[400], long1000)).bearable())
                .isFalse();
    }

    @Test
    void zeroCostsNothing() {
        assertThat(ExactCost.of(filled(3, 0)).eliminationSeconds()).isLessThan(1e-5);
    }

    private static Matrix filled(int n, double value) {
        double[] values = new double[n * n];
        Arrays.fill(values, value);
        return new Matrix(n, n, values);
    }
}
