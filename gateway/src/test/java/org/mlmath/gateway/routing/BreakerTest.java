package org.mlmath.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mlmath.gateway.routing.Breaker.Pass;
import org.mlmath.gateway.routing.Breaker.State;

class BreakerTest {
    private long now = Long.MAX_VALUE - 1000; // clocks may overflow

    private final Breaker breaker = new Breaker(() -> now);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(breaker.enter(), false);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void failuresOpenItOnlyInARow() {
        fail(4);
        breaker.succeeded(breaker.enter());
        fail(4);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        fail(1);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.enter()).isEqualTo(Pass.REFUSED);
    }

    @Test
    void oneFailureIsEnoughWhereItSaysAll() {
        breaker.failed(breaker.enter(), true);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void afterAPauseOneRequestAtATimeMayTry() {
        fail(5);
        pass(Duration.ofMillis(500));
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.enter()).isEqualTo(Pass.PROBE);
        assertThat(breaker.enter()).isEqualTo(Pass.REFUSED);
    }

    @Test
    void itClosesWithTheFirstAnswer() {
        fail(5);
        pass(Duration.ofMillis(500));
        breaker.succeeded(breaker.enter());
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(breaker.enter()).isEqualTo(Pass.USUAL);
    }

    @Test
    void pausesDoubleUpToALimitAndBeginAnewAfterRecovery() {
        fail(5);
        for (int millis : new int[] {500, 1000, 2000, 4000, 4000}) {
            pass(Duration.ofMillis(millis).minusNanos(1));
            assertThat(breaker.enter()).isEqualTo(Pass.REFUSED);
            pass(Duration.ofNanos(1));
            Pass probe = breaker.enter();
            assertThat(probe).isEqualTo(Pass.PROBE);
            breaker.failed(probe, false);
        }
        pass(Duration.ofSeconds(4));
        breaker.succeeded(breaker.enter());
        fail(5);
        pass(Duration.ofMillis(500));
        assertThat(breaker.enter()).isEqualTo(Pass.PROBE);
    }

    @Test
    void whatWasSentBeforeItOpenedDecidesNothing() {
        Pass early = breaker.enter();
        fail(5);
        breaker.succeeded(early);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        pass(Duration.ofMillis(500));
        breaker.failed(early, false);
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void aProbeWhoseCallerLeftLetsTheNextOneTry() {
        fail(5);
        pass(Duration.ofMillis(500));
        breaker.abandoned(breaker.enter());
        assertThat(breaker.enter()).isEqualTo(Pass.PROBE);
    }
}
