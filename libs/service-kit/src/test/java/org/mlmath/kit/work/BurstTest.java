package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whereFewerMayWaitThanAreWorkedForThatIsWhatHolds(int most) {
        Burst small = new Burst(most, FEW, 0);
        for (long now = 0; now < 100 * WHILE; now += WHILE / 3) {
            assertThat(small.admits(most, WORK, now)).isFalse();
        }
        assertThat(small.admits(0, WORK, 200 * WHILE)).isEqualTo(most > 0);
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

    @Test
    void whoComesSlowlyToAQueueThatStandsFindsItFull() {
        long work = 10 * WORK;
        int waiting = 0;
        for (long now = 0; now < 1_000 * WHILE; now += 11 * WHILE) {
            waiting += burst.admits(waiting, work, now) ? 1 : 0;
        }
        assertThat(waiting).isLessThanOrEqualTo(FEW);
    }

    /** A lane of this width, its callers, and a clock of its own. */
    private static final class Lane {
        private static final long RETRY = MILLI;

        private final Burst burst = new Burst(MOST, FEW, 0);
        private final Random lot = new Random(7);
        private final PriorityQueue<Event> events = new PriorityQueue<>();
        private final ArrayDeque<Work> queue = new ArrayDeque<>();
        private final long[] costs;
        private long now;
        private int busy;
        private long backlog;
        private final List<Work> done = new ArrayList<>();
        private final List<Long> durations = new ArrayList<>();
        private final List<Long> refusals = new ArrayList<>();

        /** @param again until when who has an answer asks again at once, and who is refused a little later */
        private record Work(long came, long cost, long again) {}

        private record Event(long time, Work ended, long again) implements Comparable<Event> {
            @Override
            public int compareTo(Event other) {
                return Long.compare(time, other.time);
            }
        }

        /** @param costs of which each piece of work has one, by lot */
        Lane(long... costs) {
            this.costs = costs;
        }

        /** So many times as much as can be done, at random times. */
        Lane open(double load, long from, long to) {
            double mean = 0;
            for (long cost : costs) {
                mean += (double) cost / costs.length;
            }
            for (double time = from; time < to; time -= Math.log(1 - lot.nextDouble()) * mean / FEW / load) {
                events.add(new Event((long) time, null, 0));
            }
            return this;
        }

        Lane closed(int callers, long from, long to) {
            for (int i = 0; i < callers; i++) {
                events.add(new Event(from + lot.nextLong(MILLI), null, to));
            }
            return this;
        }

        Lane burst(int callers, long at) {
            for (int i = 0; i < callers; i++) {
                events.add(new Event(at, null, 0));
            }
            return this;
        }

        Lane run(long until) {
            while (!events.isEmpty() && events.peek().time < until) {
                Event event = events.poll();
                now = event.time;
                if (event.ended == null) {
                    come(event.again);
                } else {
                    end(event.ended);
                }
            }
            return this;
        }

        private void come(long again) {
            if (burst.admits(queue.size(), backlog / Math.max(1, busy + queue.size()), now)) {
                Work work = new Work(now, costs[lot.nextInt(costs.length)], again);
                backlog += work.cost;
                queue.add(work);
                takeUp();
            } else {
                refusals.add(now);
                if (now + RETRY < again) {
                    events.add(new Event(now + RETRY, null, again));
                }
            }
        }

        private void takeUp() {
            if (busy < FEW && !queue.isEmpty()) {
                busy++;
                Work work = queue.poll();
                events.add(new Event(now + work.cost, work, 0));
                if (queue.isEmpty()) {
                    burst.isEmpty(now);
                }
            }
        }

        private void end(Work work) {
            busy--;
            backlog -= work.cost;
            done.add(work);
            durations.add(now - work.came);
            if (now < work.again) {
                events.add(new Event(now, null, work.again));
            }
            takeUp();
        }

        /** @return within what this share of those who came from then on were answered */
        long quantile(double share, long from) {
            List<Long> those = new ArrayList<>();
            for (int i = 0; i < done.size(); i++) {
                if (done.get(i).came >= from) {
                    those.add(durations.get(i));
                }
            }
            Collections.sort(those);
            return those.get((int) (share * (those.size() - 1)));
        }

        /** @return of the time from then on, in what part the threads worked */
        double use(long from) {
            double worked = 0;
            for (int i = 0; i < done.size(); i++) {
                worked += done.get(i).came >= from ? done.get(i).cost : 0;
            }
            return worked / FEW / (now - from);
        }

        long lastRefusal() {
            return refusals.isEmpty() ? 0 : refusals.getLast();
        }
    }

    private static final long SECOND = 1_000 * MILLI;

    @ParameterizedTest
    @CsvSource({"1, 4", "1, 10", "1, 30", "4, 4", "4, 10", "4, 20", "1000, 4"})
    void fewCallersWhoAskAgainWhenAnsweredAreNeverRefused(long millis, int callers) {
        Lane lane = new Lane(millis * MILLI).closed(callers, 0, 60 * SECOND).run(60 * SECOND);
        assertThat(lane.refusals).isEmpty();
        assertThat(lane.use(0)).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.8, 0", "0.9, 0.001"})
    void whereAllCanBeDoneHardlyAnybodyIsRefused(double load, double share) {
        Lane lane = new Lane(4 * MILLI).open(load, 0, 20 * SECOND).run(20 * SECOND);
        assertThat((double) lane.refusals.size()).isLessThanOrEqualTo(share * lane.done.size());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 1.5", "4, 2", "4, 5", "20, 2"})
    void whereMoreIsAskedForThanCanBeDoneWhoIsLetInWaitsForOneOrTwoAndNobodyIsIdle(long millis, double load) {
        long work = millis * MILLI;
        long settled = Math.max(SECOND / 2, 20 * work);
        long end = settled + Math.max(10 * SECOND, 300 * work);
        Lane lane = new Lane(work).open(load, 0, end).run(end);
        assertThat(lane.quantile(0.5, settled)).isLessThanOrEqualTo(2 * work);
        assertThat(lane.quantile(0.9, settled)).isLessThanOrEqualTo(3 * work);
        assertThat(lane.quantile(1, settled)).isLessThan(100 * MILLI + 3 * work);
        assertThat(lane.use(settled)).isGreaterThan(0.95);
    }

    @Test
    void whereWorkIsOfAllLengthsTheShortOfItWaitsLittle() {
        Lane lane = new Lane(MILLI, MILLI, MILLI, MILLI, 30 * MILLI)
                .open(2, 0, 20 * SECOND)
                .run(20 * SECOND);
        assertThat(lane.quantile(0.5, SECOND)).isLessThan(15 * MILLI);
        assertThat(lane.use(SECOND)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "1, 30", "4, 20"})
    void afterABurstThatWasTooLargeForItThoseAreNotRefusedAnyMoreWhoWereNotBefore(long millis, int callers) {
        Lane lane = new Lane(millis * MILLI)
                .closed(callers, 0, 20 * SECOND)
                .burst(100, SECOND)
                .run(20 * SECOND);
        assertThat(lane.refusals).isNotEmpty();
        assertThat(lane.lastRefusal()).isLessThan(SECOND + 100 * MILLI);
    }

    /** They ask again a millisecond after they are refused, so that there is no less of it than what was too much. */
    @ParameterizedTest
    @CsvSource({"1, 20, 1", "1, 30, 3", "4, 20, 3", "4, 20, 30"})
    void fewCallersWhoAskAgainAtOnceWhenRefusedFindTheirWayBack(long millis, int callers, long seconds) {
        long over = (1 + seconds) * SECOND;
        long end = over + 2 * Burst.LAST_TRY_NANOS;
        Lane lane = new Lane(millis * MILLI)
                .closed(callers, 0, end)
                .open(3, SECOND, over)
                .run(end);
        assertThat(lane.lastRefusal())
                .isLessThan(over + Math.min(Burst.LAST_TRY_NANOS, 4 * seconds * SECOND) + 100 * MILLI);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 0.9})
    void whenLessComesAgainItIsSoonOver(double load) {
        long over = 30 * SECOND;
        long end = over + 20 * SECOND;
        Lane lane = new Lane(4 * MILLI).open(2, 0, over).open(load, over, end).run(end);
        assertThat(lane.lastRefusal()).isLessThan(over + SECOND);
    }
}
