package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BurstTest {
    private static final int MOST = 64;
    private static final int FEW = 2;
    private static final long MILLI = 1_000_000;
    private static final long WORK = 60 * MILLI;
    private static final long WHILE = 5 * WORK;

    private final Burst burst = new Burst(MOST, FEW, 0);

    /** Until the queue is known to stand. */
    private void stand(long from) {
        for (int waiting = 0; waiting < MOST; waiting++) {
            assertThat(burst.admits(waiting, WORK, from)).isTrue();
        }
        assertThat(burst.admits(FEW, WORK, from + WHILE + 1)).isFalse();
    }

    @Test
    void manyWhoComeAtOnceMayWait() {
        for (int waiting = 0; waiting < MOST; waiting++) {
            assertThat(burst.admits(waiting, WORK, waiting)).isTrue();
        }
        assertThat(burst.admits(MOST, WORK, MOST)).isFalse();
    }

    @Test
    void aQueueThatStandsIsKeptShort() {
        stand(0);
        assertThat(burst.admits(FEW - 1, WORK, WHILE + 2)).isTrue();
        assertThat(burst.admits(FEW, WORK, WHILE + 2)).isFalse();
    }

    @Test
    void aQueueThatStandsIsNotTakenForEmptyWhenItIsForAMoment() {
        stand(0);
        burst.isEmpty(WHILE + 2);
        assertThat(burst.admits(0, WORK, WHILE + 3)).isTrue();
        assertThat(burst.admits(FEW, WORK, WHILE + 4)).isFalse();
    }

    @Test
    void whenNobodyHasBeenRefusedForAWhileManyMayWaitAgain() {
        stand(0);
        long later = 2 * WHILE + 2;
        assertThat(burst.admits(0, WORK, later)).isTrue();
        assertThat(burst.admits(FEW, WORK, later)).isTrue();
    }

    @Test
    void aQueueThatIsEmptyNowAndThenDoesNotStand() {
        for (long now = 0; now < 100 * WHILE; now += WHILE / 2) {
            burst.isEmpty(now);
            assertThat(burst.admits(MOST - 1, WORK, now + 1)).isTrue();
        }
    }

    @Test
    void longerWorkMayBeWaitedForLonger() {
        long work = 100 * MILLI;
        assertThat(burst.admits(0, work, 0)).isTrue();
        assertThat(burst.admits(MOST - 1, work, 5 * work)).isTrue();
        assertThat(burst.admits(MOST - 1, work, 5 * work + 1)).isFalse();
    }

    @Test
    void shortWorkMayBeWaitedForAlsoWhereTheQueueStands() {
        long work = 5 * MILLI;
        int instant = 10 * FEW;
        assertThat(burst.admits(instant, work, WHILE)).isFalse();
        assertThat(burst.admits(instant - 1, work, WHILE + 1)).isTrue();
        assertThat(burst.admits(MOST - 1, MILLI, WHILE + 2)).isTrue();
        assertThat(burst.admits(MOST, MILLI, WHILE + 3)).isFalse();
    }
}
