package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTest {
    private static final long LIMIT = 10_000_000;
    private static final long INSTANT = LIMIT / Turn.INSTANTS;
    private static final int MANY = 300;

    private long now;
    private final Turn turn = new Turn(LIMIT, () -> now);

    /** @return how many of so many requests are taken up in a turn in which each takes so long */
    private int admitted(int requests, long nanosEach) {
        return admitted(requests, nanosEach, nanosEach / 10);
    }

    /** As above, where refusing takes some time, too. */
    private int admitted(int requests, long nanosEach, long nanosRefused) {
        turn.begin();
        int admitted = 0;
        for (int i = 1; i <= requests; i++) {
            boolean taken = turn.admits();
            now += taken ? nanosEach : nanosRefused;
            admitted += taken ? 1 : 0;
        }
        turn.end();
        return admitted;
    }

    private void overload() {
        for (int i = 0; i < Turn.OFTEN; i++) {
            assertThat(admitted(MANY, 2 * LIMIT / MANY)).isEqualTo(MANY);
        }
    }

    @Test
    void whereTurnsOfManyStayLongFewAreTakenUp() {
        overload();
        for (int i = 0; i < 10; i++) {
            assertThat(admitted(MANY, LIMIT, 0)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aLongTurnByItselfIsMadeUpFor() {
        for (int i = 0; i < 10; i++) {
            assertThat(admitted(MANY, 3 * LIMIT / MANY)).isEqualTo(MANY);
            assertThat(admitted(1, 1)).isEqualTo(1);
        }
    }

    @Test
    void longTurnsThatBecomeShorterAreMadeUpFor() {
        for (int length = Turn.ONCE; length > 0; length--) {
            assertThat(admitted(MANY, length * LIMIT / MANY)).isEqualTo(MANY);
        }
    }

    @Test
    void fewCallersAreNeverTooManyHoweverLongTheyTake() {
        for (int i = 0; i < 20; i++) {
            assertThat(admitted(Turn.ALWAYS, LIMIT)).isEqualTo(Turn.ALWAYS);
        }
    }

    @Test
    void noTurnIsMuchLongerThanShortOnes() {
        assertThat(admitted(1_000, LIMIT / 40)).isEqualTo(40 * Turn.ONCE + 1);
    }

    /** Requests of an hundredth of an instant to several instants each, refused for a tenth to a third of that. */
    @ParameterizedTest
    @CsvSource({"0.02, 0.1", "0.02, 0.3", "0.1, 0.1", "0.1, 0.25", "0.1, 0.33", "0.5, 0.1", "4, 0.01"})
    void atTwiceOfWhatCanBeDoneTurnsStayShortAndMuchIsAnswered(double instants, double share) {
        overload();
        long each = (long) (instants * INSTANT);
        long refusal = (long) (share * each);
        long begin = now;
        long taken = now; // until when all that came has been taken up
        long inLongTurns = 0;
        long longest = 0;
        long admitted = 0;
        while (now < begin + 5 * Turn.TRY_EVERY_NANOS) {
            long began = now;
            int arrived = (int) (2 * (began - taken) / each);
            if (arrived == 0) {
                now += each / 2; // the loop waits for the next
                continue;
            }
            taken += arrived * each / 2;
            admitted += admitted(arrived, each, refusal);
            long length = now - began;
            inLongTurns += length < 3 * Math.max(INSTANT, each) ? 0 : length;
            longest = Math.max(longest, length);
        }
        double possible = (1 - 2 * share) / (1 - share); // x + (2 - x)·share = 1
        assertThat(admitted * each).isGreaterThan((long) (0.5 * possible * (now - begin)));
        assertThat(inLongTurns).isLessThan((now - begin) / 10);
        assertThat(longest).isLessThan(Math.max(LIMIT, 40 * each));
    }

    @Test
    void whileManyAreRefusedShortTurnsDoNotEndIt() {
        overload();
        for (long end = now + Turn.TRY_EVERY_NANOS / 2; now < end; ) {
            assertThat(admitted(MANY, INSTANT)).isLessThan(10);
            assertThat(admitted(10, 1)).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void whenNobodyHasBeenRefusedForAWhileItIsOver() {
        overload();
        assertThat(admitted(MANY, INSTANT / 10)).isLessThan(MANY);
        now += Turn.WHILE_NANOS + 1;
        assertThat(admitted(MANY, INSTANT / 10)).isEqualTo(MANY);
    }

    @Test
    void fewCallersWhoAskAgainAtOnceFindTheirWayBack() {
        overload();
        long end = now + Turn.TRY_EVERY_NANOS + 2 * Turn.TRY_NANOS;
        while (now < end) {
            admitted(32, INSTANT / 10);
        }
        assertThat(admitted(32, INSTANT / 10)).isEqualTo(32);
    }

    @Test
    void whereManyWaitForTheirAnswersItIsNotOver() {
        overload();
        turn.underWay(Turn.TRIED_UNDER_WAY);
        long end = now + 3 * Turn.TRY_EVERY_NANOS;
        while (now < end) {
            assertThat(admitted(MANY, INSTANT / 100)).isLessThan(MANY);
        }
        turn.underWay(-Turn.TRIED_UNDER_WAY);
        while (now < end + 2 * Turn.TRY_EVERY_NANOS) {
            admitted(MANY, INSTANT / 100);
        }
        assertThat(admitted(MANY, INSTANT / 100)).isEqualTo(MANY);
    }

    @Test
    void whereAllThatComesCanBeDoneAgainNobodyIsRefusedAnyMore() {
        overload();
        long end = now + 4 * Turn.WHILE_NANOS;
        while (now < end) {
            admitted(10, INSTANT / 20);
            now += INSTANT; // in which the loop rests
        }
        assertThat(admitted(10, INSTANT / 20)).isEqualTo(10);
    }
}
