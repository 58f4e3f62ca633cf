package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    private static final long LIMIT = 10_000_000;
    private static final long INSTANT = LIMIT / Turn.INSTANTS;
    private static final int MANY = 300;

    private long now;

    /** Of the time until now, what others had the processor. */
    private long stolen;

    private final AtomicLong refusedByAny = new AtomicLong(-Turn.WHILE_NANOS);
    private final Turn turn = new Turn(LIMIT, () -> now, () -> now - stolen, refusedByAny);

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

    /** Until it is too much, and what has come meanwhile is refused. */
    private void overload() {
        long end = now + 2 * Turn.PATIENCE_NANOS;
        while (admitted(MANY, 2 * LIMIT / MANY) == MANY) {
            assertThat(now).isLessThan(end);
        }
    }

    /** What comes to a loop at a steady rate, and stalls in which the loop has no processor, at any time, be it in the middle of a turn. */
    private final class Load {
        private final long nanosEach;
        private final long nanosRefused;

        /** In how much time one request comes. */
        private final double every;

        private long stallEvery = Long.MAX_VALUE;
        private long stall;
        private long nextStall = Long.MAX_VALUE;

        /** Until when all that came has been taken up. */
        private double taken = now;

        private long admitted;
        private long refused;
        private long firstRefused = Long.MAX_VALUE;
        private long longestWait;

        Load(double ofWhatCanBeDone, long nanosEach, double refusalOfAnswer) {
            this.nanosEach = nanosEach;
            nanosRefused = (long) (refusalOfAnswer * nanosEach);
            every = nanosEach / ofWhatCanBeDone;
        }

        Load stalling(long every, long nanos) {
            stallEvery = every;
            nextStall = now + every;
            stall = nanos;
            return this;
        }

        private void work(long nanos) {
            now += nanos;
            if (now >= nextStall) {
                now += stall;
                stolen += stall;
                nextStall += stallEvery;
            }
        }

        Load until(long end) {
            while (now < end) {
                int arrived = (int) ((now - taken) / every);
                if (arrived == 0) {
                    work((long) every); // the loop waits for the next
                    continue;
                }
                double came = taken;
                turn.begin();
                for (int i = 0; i < arrived; i++) {
                    came += every;
                    boolean admits = turn.admits();
                    if (admits) {
                        admitted++;
                        longestWait = Math.max(longestWait, (long) (now - came));
                    } else {
                        refused++;
                        firstRefused = Math.min(firstRefused, now);
                    }
                    work(admits ? nanosEach : nanosRefused);
                }
                turn.end();
                taken = came;
            }
            return this;
        }
    }

    private static long millis(long millis) {
        return millis * 1_000_000;
    }

    /** The loop stands still again as soon as it has made up for the last time. */
    @ParameterizedTest
    @CsvSource({"0.5, 5", "0.5, 50", "0.7, 5", "0.7, 20", "0.7, 50", "0.8, 30"})
    void whatComesWhileALoopStandsStillIsMadeUpFor(double load, long stall) {
        long every = (long) (millis(stall) * 1.2 / (1 - load));
        for (long each : new long[] {10_000, 35_000, 150_000}) {
            Load stalling = new Load(load, each, 0.2).stalling(every, millis(stall));
            stalling.until(now + millis(10_000));
            assertThat(stalling.refused).as("of %d ns each", each).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 2, 4})
    void whereMoreComesThanCanBeDoneItIsRefusedSoon(double load) {
        new Load(0.5, INSTANT / 10, 0.2).until(now + millis(1_000));
        long begin = now;
        Load much = new Load(load, INSTANT / 10, 0.1).until(begin + millis(1_000));
        long refusedAfter = much.firstRefused - begin;
        double firstLong = load * LIMIT * load / (load - 1); // at the latest: turns grow by that factor, from nothing
        assertThat(refusedAfter).isLessThan((long) (firstLong + Turn.PATIENCE_NANOS + LIMIT));
        assertThat(much.longestWait).isLessThan((long) ((1 - 1 / load) * refusedAfter + LIMIT));
    }

    @Test
    void wherePartOfTheTimeIsLostToOthersTooMuchIsToldAllTheSame() {
        long begin = now;
        Load much =
                new Load(2, INSTANT / 10, 0.1).stalling(millis(50), millis(10)).until(begin + millis(1_000));
        assertThat(much.firstRefused - begin).isLessThan(millis(300));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7})
    void whenItIsOverNobodyIsRefusedAnyMore(double load) {
        Load much = new Load(2, INSTANT / 10, 0.1).until(now + millis(2_000));
        assertThat(much.refused).isPositive();
        new Load(load, INSTANT / 10, 0.1).until(now + Turn.FIRST_TRY_NANOS + 2 * Turn.TRY_NANOS);
        assertThat(new Load(load, INSTANT / 10, 0.1).until(now + millis(5_000)).refused)
                .isZero();
    }

    @Test
    void whereTurnsOfManyStayLongFewAreTakenUp() {
        overload();
        for (int i = 0; i < 10; i++) {
            assertThat(admitted(MANY, LIMIT, 0)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void whatAnotherLoopRefusesThisOneDoesNotTakeUp() {
        assertThat(admitted(MANY, 2 * LIMIT / MANY)).isEqualTo(MANY);
        refusedByAny.set(now);
        assertThat(admitted(Turn.ALWAYS, 2 * LIMIT / MANY)).as("few").isEqualTo(Turn.ALWAYS);
        assertThat(admitted(MANY, 2 * LIMIT / MANY)).as("after a short turn").isEqualTo(MANY);
        refusedByAny.set(now);
        assertThat(admitted(MANY, 2 * LIMIT / MANY)).as("after a long one").isLessThan(MANY);
        assertThat(refusedByAny.get()).isEqualTo(now);
    }

    @Test
    void longTurnsWithAShortOneInBetweenAreMadeUpFor() {
        for (long end = now + 3 * Turn.PATIENCE_NANOS; now < end; ) {
            assertThat(admitted(MANY, 4 * LIMIT / MANY)).isEqualTo(MANY);
            assertThat(admitted(1, 1)).isEqualTo(1);
        }
    }

    @Test
    void whoRestsBetweenLongTurnsHasNotTooMuchToDo() {
        for (long end = now + 3 * Turn.PATIENCE_NANOS; now < end; ) {
            assertThat(admitted(MANY, 4 * LIMIT / MANY)).isEqualTo(MANY);
            now += LIMIT + 1;
        }
    }

    @Test
    void whoComesAfterARestIsTakenUpThoughThereWasTooMuchAMomentAgo() {
        overload();
        for (int i = 0; i < 40; i++) {
            admitted(MANY, 2 * INSTANT);
        }
        now += LIMIT + 1;
        for (int i = 0; i < Turn.RESTED; i++) {
            assertThat(admitted(1, 2 * INSTANT)).isOne();
        }
    }

    @Test
    void fewCallersAreNeverTooManyHoweverLongTheyTake() {
        for (int i = 0; i < 20; i++) {
            assertThat(admitted(Turn.ALWAYS, LIMIT)).isEqualTo(Turn.ALWAYS);
        }
    }

    @Test
    void aTurnThatDoesNotEndIsBrokenOff() {
        assertThat(admitted(10_000, LIMIT / 40, 0)).isEqualTo(40 * (int) (Turn.PATIENCE_NANOS / LIMIT) + 1);
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
        while (now < begin + 5 * Turn.FIRST_TRY_NANOS) {
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

    /** A service on the same processor, say, which goes first as soon as it is passed on a request. */
    @Test
    void theTimeThatOthersTakeOfTheProcessorIsNotMadeLessByTakingUpLess() {
        overload();
        int turns = 1_000;
        int taken = 0;
        for (int i = 0; i < turns; i++) {
            turn.begin();
            for (int request = 0; request < MANY; request++) {
                if (turn.admits()) {
                    taken++;
                    now += INSTANT / 20 + 2 * INSTANT;
                    stolen += 2 * INSTANT;
                } else {
                    now += INSTANT / 1_000;
                }
            }
            turn.end();
        }
        assertThat(taken).isGreaterThan(5 * turns);
    }

    @Test
    void howeverLongThereWasTooMuchItIsFoundThatItIsOver() {
        overload();
        new Load(2, INSTANT / 10, 0.1).until(now + millis(60_000));
        long end = now;
        while (now < end + Turn.LAST_TRY_NANOS + 2 * Turn.TRY_NANOS) {
            admitted(32, INSTANT / 10); // who are refused ask again at once
        }
        assertThat(admitted(32, INSTANT / 10)).isEqualTo(32);
    }

    @Test
    void theLongerThereIsTooMuchTheMoreRarelyItIsTried() {
        overload();
        long inLongTurns = 0;
        for (long end = now + 21 * Turn.FIRST_TRY_NANOS; now < end; ) {
            long began = now;
            admitted(MANY, INSTANT / 20);
            inLongTurns += now - began > 4 * INSTANT ? now - began : 0;
        }
        assertThat(inLongTurns).isLessThan(4 * Turn.TRY_NANOS);
    }

    @Test
    void whileManyAreRefusedShortTurnsDoNotEndIt() {
        overload();
        for (long end = now + Turn.FIRST_TRY_NANOS / 2; now < end; ) {
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
        long end = now + Turn.FIRST_TRY_NANOS + 2 * Turn.TRY_NANOS;
        while (now < end) {
            admitted(32, INSTANT / 10);
        }
        assertThat(admitted(32, INSTANT / 10)).isEqualTo(32);
    }

    @Test
    void whereManyWaitForTheirAnswersItIsNotOver() {
        overload();
        turn.underWay(Turn.TRIED_UNDER_WAY);
        long end = now + 3 * Turn.FIRST_TRY_NANOS;
        while (now < end) {
            assertThat(admitted(MANY, INSTANT / 100)).isLessThan(MANY);
        }
        turn.underWay(-Turn.TRIED_UNDER_WAY);
        while (now < end + 2 * Turn.FIRST_TRY_NANOS) {
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
