package org.mlmath.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget();

    private int spendAll() {
        int spent = 0;
        while (budget.spend()) {
            spent++;
        }
        return spent;
    }

    @Test
    void onceWhatThereWasIsSpentOneInTenIsRepeated() {
        assertThat(spendAll()).isEqualTo(20);
        int repeated = 0;
        for (int i = 0; i < 1000; i++) {
            budget.earn();
            repeated += budget.spend() ? 1 : 0;
        }
        assertThat(repeated).isEqualTo(100);
    }

    @Test
    void quietTimesSaveForAReplicaThatDiesAndNoMore() {
        for (int i = 0; i < 100_000; i++) {
            budget.earn();
        }
        assertThat(spendAll()).isEqualTo(256);
    }
}
