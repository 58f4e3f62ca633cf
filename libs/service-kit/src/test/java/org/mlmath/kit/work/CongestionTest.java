package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mlmath.kit.work.Congestion.Turn;

class CongestionTest {
    private static final long LIMIT = 10_000_000;
    private static final long LONG = 3 * LIMIT;

    private final Turn turn = new Turn(LIMIT);
    private long now;

    /** @return how many of so many requests are taken up in a turn in which each takes so long */
    private int admitted(int requests, long nanosEach) {
        turn.begin(now);
        int admitted = 0;
        for (int i = 1; i <= requests; i++) {
            now += nanosEach;
            admitted += turn.admits(now) ? 1 : 0;
        }
        turn.end(now);
        return admitted;
    }

    private void longTurns(int number) {
        for (int i = 0; i < number; i++) {
            assertThat(admitted(300, LONG / 300)).isEqualTo(300);
        }
    }

    @Test
    void aLongTurnByItselfIsMadeUpFor() {
        longTurns(1);
        admitted(1, 1);
        longTurns(Turn.OFTEN - 1);
        admitted(1, 1);
        longTurns(1);
    }

    @Test
    void afterManyLongTurnsAsManyAreTakenUpAsFitIntoAShortOne() {
        longTurns(Turn.OFTEN);
        assertThat(admitted(300, LIMIT / 200)).isEqualTo(200);
        assertThat(admitted(300, LIMIT / 200)).isEqualTo(200);
    }

    @Test
    void aFewAreTakenUpHoweverLongTheyWaited() {
        longTurns(Turn.OFTEN);
        assertThat(admitted(300, LIMIT)).isEqualTo(Turn.ALWAYS);
    }

    @Test
    void noTurnIsLongerThanTenShortOnes() {
        assertThat(admitted(1_000, LIMIT / 20)).isEqualTo(20 * Turn.ONCE);
    }

    @Test
    void whileSomeAreRefusedShortTurnsDoNotEndIt() {
        longTurns(Turn.OFTEN);
        long end = now + 10 * Turn.WHILE_NANOS;
        while (now < end) {
            assertThat(admitted(300, LIMIT / 200)).isEqualTo(200);
            assertThat(admitted(10, 1)).isEqualTo(10);
        }
    }

    @Test
    void whenNobodyHasBeenRefusedForAWhileItIsOver() {
        longTurns(Turn.OFTEN);
        assertThat(admitted(300, LIMIT / 200)).isEqualTo(200);
        now += Turn.WHILE_NANOS + 1;
        longTurns(1);
    }
}
