package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlmath.numerics.linear.KernelCost.Operation;

class KernelCostTest {
    private static final int MOST = 100_000;

    @ParameterizedTest
    @EnumSource(Operation.class)
    void theLargestOrderIsTheLastThatFits(Operation operation) {
        for (KernelCost cost : new KernelCost[] {KernelCost.openBlas(), KernelCost.hipparchus()}) {
            for (double seconds : new double[] {1e-4, 0.1, 10}) {
                int n = cost.largestOrder(operation, seconds, MOST);
                boolean vectors = operation != Operation.SINGULAR_VALUES;
                if (operation != Operation.MULTIPLY) {
                    assertThat(cost.answered(operation, n, n, false, vectors)).isLessThanOrEqualTo(seconds);
                    assertThat(cost.answered(operation, n + 1, n + 1, false, vectors))
                            .isGreaterThan(seconds);
                }
                assertThat(cost.seconds(operation, n, n)).isLessThanOrEqualTo(seconds);
            }
            assertThat(cost.largestOrder(operation, 10, 50)).isEqualTo(50);
            assertThat(cost.largestOrder(operation, 0, 50)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void theLargestOrderGrowsWithTheRootOfTheMemory(Operation operation) {
        int n = KernelCost.largestOrder(operation, 100_000_000);
        assertThat(n).isBetween(100, 2500); // 2500 is the order of the matrix alone
        assertThat(KernelCost.largestOrder(operation, 400_000_000)).isBetween(2 * n - 1, 2 * n + 1);
        assertThat(KernelCost.largestOrder(operation, 0)).isZero();
    }
}
