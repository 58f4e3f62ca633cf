package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mlmath.kit.work.Congestion.Turn;

class CongestionTest {
    private static final long LIMIT = 1_000;

    private final Turn turn = new Turn(LIMIT);

    private int admitted(int requests, long nanosEach) {
        int admitted = 0;
        for (int i = 1; i <= requests; i++) {
            admitted += turn.admits(i * nanosEach) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void asManyAreTakenUpAsFitIntoTheTurn() {
        turn.begin(0);
        assertThat(admitted(1_000, 10)).isEqualTo(100);
    }

    @Test
    void aFewAreTakenUpHoweverLongTheyWaited() {
        turn.begin(0);
        assertThat(admitted(1_000, 10 * LIMIT)).isEqualTo(Turn.ALWAYS);
    }

    @Test
    void eachTurnBeginsAnew() {
        turn.begin(0);
        admitted(1_000, 10);
        turn.end();
        assertThat(turn.isOver()).isTrue();
        turn.begin(0);
        assertThat(admitted(1_000, 10)).isEqualTo(100);
    }
}
