package org.mlmath.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private static final int CAPACITY = 4;

    private long now;
    private final Upstream upstream = new Upstream("linalg", Duration.ofSeconds(1), CAPACITY);
    private final Replica first = replica("10.0.0.1");
    private final Replica second = replica("10.0.0.2");

    private Replica replica(String host) {
        return new Replica("linalg", URI.create("http://a"), host, CAPACITY, () -> now);
    }

    /** Takes as many places as there are, one after the other, so that it is no burst. */
    private List<Replica.Attempt> fill(boolean streams) {
        List<Replica.Attempt> attempts = new ArrayList<>();
        Replica.Attempt attempt;
        while ((attempt = upstream.enter(null, streams)) != null) {
            attempts.add(attempt);
            now += Replica.PATIENCE_NANOS + 1;
        }
        return attempts;
    }

    private static void open(Replica replica) {
        for (int i = 0; i < 5; i++) {
            Replica.Attempt attempt = replica.enter(false);
            attempt.failed(new IOException(), false);
            attempt.leave();
        }
    }

    @Test
    void withoutReplicasNothingIsTaken() {
        assertThat(upstream.enter(null, false)).isNull();
        assertThat(upstream.isWell()).isFalse();
    }

    @Test
    void noReplicaHasMoreThanItMayAndPlacesComeBack() {
        upstream.replicas(List.of(first, second));
        List<Replica.Attempt> attempts = fill(false);
        assertThat(attempts).hasSize(2 * CAPACITY);
        assertThat(upstream.isWell()).isTrue();
        attempts.forEach(Replica.Attempt::leave);
        attempts.forEach(Replica.Attempt::leave); // once is enough
        assertThat(fill(false)).hasSize(2 * CAPACITY);
    }

    @Test
    void whatComesInABurstIsTakenWhateverItsNumber() {
        upstream.replicas(List.of(first));
        List<Replica.Attempt> burst = new ArrayList<>();
        for (int i = 0; i < Replica.BURST * CAPACITY; i++) {
            burst.add(upstream.enter(null, false));
        }
        assertThat(burst).doesNotContainNull();
        assertThat(upstream.enter(null, false)).isNull();
        burst.forEach(Replica.Attempt::leave);
        assertThat(upstream.enter(null, false)).isNotNull();
    }

    @Test
    void whereNothingOfABurstIsAnsweredForAWhileNoMoreAreTaken() {
        upstream.replicas(List.of(first));
        List<Replica.Attempt> burst = new ArrayList<>();
        for (int i = 0; i < 2 * CAPACITY; i++) {
            burst.add(upstream.enter(null, false));
        }
        now += Replica.PATIENCE_NANOS + 1;
        assertThat(upstream.enter(null, false)).isNull();
        burst.forEach(Replica.Attempt::leave);
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(upstream.enter(null, false)).isNotNull();
        }
        assertThat(upstream.enter(null, false)).as("it is no burst any more").isNull();
    }

    @Test
    void whereNobodyHasBeenRefusedForAWhileABurstIsTakenAgain() {
        upstream.replicas(List.of(first));
        List<Replica.Attempt> attempts = fill(false);
        attempts.forEach(Replica.Attempt::leave);
        now += Replica.PATIENCE_NANOS + 1;
        for (int i = 0; i < 2 * CAPACITY; i++) {
            assertThat(upstream.enter(null, false)).isNotNull();
        }
    }

    @Test
    void whereMoreIsAskedForAllTheTimeFewerAreTakenThanUsual() {
        upstream.replicas(List.of(first));
        List<Replica.Attempt> attempts = fill(false);
        for (int i = 0; i < 4; i++) {
            assertThat(upstream.enter(null, false)).isNull();
            now += Replica.PATIENCE_NANOS / 2;
        }
        attempts.subList(1, CAPACITY).forEach(Replica.Attempt::leave);
        assertThat(upstream.enter(null, false)).isNull();
        attempts.getFirst().leave();
        assertThat(upstream.enter(null, false)).isNotNull();
    }

    @Test
    void whoFoundNoPlaceIsToldSoAlsoWhenOneHasComeFreeSince() {
        upstream.replicas(List.of(first));
        List<Replica.Attempt> attempts = fill(false);
        assertThat(upstream.enter(null, false)).isNull();
        attempts.getFirst().leave();
        assertThat(upstream.isWell()).isTrue();
    }

    @Test
    void bodiesThatArePassedOnLeaveHalfOfThePlaces() {
        upstream.replicas(List.of(first));
        assertThat(fill(true)).hasSize(CAPACITY / 2);
        assertThat(fill(false)).hasSize(CAPACITY / 2);
    }

    @Test
    void anotherReplicaIsThereAlsoWhenTheOneThatFailedHasGoneFromTheList() {
        upstream.replicas(List.of(first));
        assertThat(upstream.hasOther(first)).isFalse();
        upstream.replicas(List.of(first, second));
        assertThat(upstream.hasOther(first)).isTrue();
        upstream.replicas(List.of(second));
        assertThat(upstream.hasOther(first)).isTrue();
    }

    @Test
    void theReplicaWithLessInFlightIsNext() {
        upstream.replicas(List.of(first, second));
        first.enter(false);
        first.enter(false);
        assertThat(upstream.enter(null, false).replica()).isSameAs(second);
    }

    @Test
    void aReplicaThatFailedIsAskedAgainOnlyWhereThereIsNoOther() {
        upstream.replicas(List.of(first, second));
        assertThat(upstream.enter(first, false).replica()).isSameAs(second);
        open(second);
        assertThat(upstream.enter(first, false).replica()).isSameAs(first);
    }

    @Test
    void oneThatFailsIsLeftAlone() {
        upstream.replicas(List.of(first, second));
        open(first);
        assertThat(fill(false)).hasSize(CAPACITY).allMatch(attempt -> attempt.replica() == second);
    }

    @Test
    void whenAllFailNobodyIsToldThatTheyAreBusy() {
        upstream.replicas(List.of(first));
        open(first);
        assertThat(upstream.enter(null, false)).isNull();
        assertThat(upstream.isWell()).isFalse();
    }
}
